/** The middle of some numbers; of an even count, the mean of the two in the middle. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The number that 19 in 20 stay under, by nearest rank. */
export function percentile95(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)];
}

/**
 * The exponent e of time ≈ c · size^e, by least squares over the logarithms.
 *
 * @param {readonly { size: number, time: number }[]} points
 */
export function growthExponent(points) {
  const logs = points.map(({ size, time }) => [Math.log(size), Math.log(time)]);
  const mean = (at) => logs.reduce((sum, pair) => sum + pair[at], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const slope = logs.reduce((sum, pair) => sum + (pair[0] - x) * (pair[1] - y), 0);
  return slope / logs.reduce((sum, pair) => sum + (pair[0] - x) ** 2, 0);
}
