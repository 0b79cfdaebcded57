import { describe, expect, it } from "vitest";
import { forgeAddress } from "../../../server/src/cli/reporters/forge-address.ts";

const github = {
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_REPOSITORY: "org/shop",
  GITHUB_SHA: "0123abc",
};
const gitlab = { CI_PROJECT_URL: "https://gitlab.example.com/org/shop", CI_COMMIT_SHA: "0123abc" };

describe("the address of a file on its forge", () => {
  it("leads to the commit that is judged, and to the source of Markdown", () => {
    const address = forgeAddress(github);
    expect(address("ops/r (1).md")).toBe("https://github.com/org/shop/blob/0123abc/ops/r%20%281%29.md");
    expect(address("ops/r (1).md", 7)).toBe("https://github.com/org/shop/blob/0123abc/ops/r%20%281%29.md?plain=1#L7");
    expect(address("m.yaml", 7)).toBe("https://github.com/org/shop/blob/0123abc/m.yaml#L7");
    expect(forgeAddress(gitlab)("m.yaml", 7)).toBe("https://gitlab.example.com/org/shop/-/blob/0123abc/m.yaml#L7");
  });

  it.each([
    ["no pipeline", {}, "m.yaml"],
    ["no commit", { ...github, GITHUB_SHA: "" }, "m.yaml"],
    ["a server that is none", { ...github, GITHUB_SERVER_URL: "javascript:alert(1)" }, "m.yaml"],
    ["a file beside the repository", github, "../m.yaml"],
    ["an absolute path", github, "/tmp/m.yaml"],
    ["another drive", github, "D:/m.yaml"],
  ])("is unknown for %s", (_, environment, path) => {
    expect(forgeAddress(environment)(path, 7)).toBeUndefined();
  });
});
