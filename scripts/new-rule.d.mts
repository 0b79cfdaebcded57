export declare function newRule(
  id: string,
  index: string,
):
  | { readonly files: Readonly<Record<string, string>>; readonly problem?: undefined }
  | { readonly files?: undefined; readonly problem: string };
