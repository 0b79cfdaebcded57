/** A number as people read it: three digits, no more. */
const short = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3);

const quantity = (value, unit) => `${short(value)}${unit === "" ? "" : ` ${unit}`}`;

/** The lines of a run as a Markdown table. */
export function table(lines) {
  const header = ["row", "what", "ours", "peer", "ratio", "budget", "met"];
  const rows = lines.map(({ row, what, ours, unit, peer, ratio, faster, budget, met, note, skipped }) => {
    if (skipped !== undefined) return [row, what, `skipped: ${skipped}`, "", "", "", ""];
    const ratioText = ratio === undefined ? "" : `${short(ratio)} ×${faster ? " faster" : ""}`;
    const peerText = peer === undefined ? "" : `${quantity(peer.value, unit)} ${peer.name}`;
    const text = note === "" ? what : `${what} (${note})`;
    return [
      row,
      text,
      quantity(ours, unit),
      peerText,
      ratioText,
      budget ?? "",
      met === undefined ? "" : met ? "yes" : "**no**",
    ];
  });
  const cells = (row) => `| ${row.join(" | ")} |`;
  return [cells(header), cells(header.map(() => "---")), ...rows.map(cells)].join("\n");
}
