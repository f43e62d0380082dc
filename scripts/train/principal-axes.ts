/** Orthonormal directions of a cloud of centred points, the most spread first (eigenvectors of the covariance by Jacobi rotations). */
export function principalAxes(points: Float64Array[], size: number): Float64Array[] {
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  for (const point of points)
    for (let i = 0; i < size; i += 1) {
      const row = matrix[i];
      const value = point[i] ?? 0;
      if (row) for (let j = 0; j < size; j += 1) row[j] = (row[j] ?? 0) + value * (point[j] ?? 0);
    }
  const axes = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_value, j) => (i === j ? 1 : 0)),
  );
  const at = (i: number, j: number) => matrix[i]?.[j] ?? 0;
  for (let sweep = 0; sweep < 30; sweep += 1) {
    for (let p = 0; p < size - 1; p += 1)
      for (let q = p + 1; q < size; q += 1) {
        if (Math.abs(at(p, q)) < 1e-9) continue;
        const theta = (at(q, q) - at(p, p)) / (2 * at(p, q));
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        rotate(matrix, axes, p, q, c, t * c);
      }
  }
  return axes
    .map((axis, i) => ({ axis, spread: at(i, i) }))
    .sort((a, b) => b.spread - a.spread)
    .map(({ axis }) => axis);
}

/** One rotation in the plane of p and q; the rows of `axes` turn with it. */
function rotate(matrix: Float64Array[], axes: Float64Array[], p: number, q: number, c: number, s: number): void {
  for (const row of matrix) mix(row, p, q, c, s);
  const [rowP, rowQ, axisP, axisQ] = [matrix[p], matrix[q], axes[p], axes[q]];
  if (!rowP || !rowQ || !axisP || !axisQ) return;
  for (const [one, other] of [
    [rowP, rowQ],
    [axisP, axisQ],
  ] as const)
    one.forEach((a, k) => {
      const b = other[k] ?? 0;
      one[k] = c * a - s * b;
      other[k] = s * a + c * b;
    });
}

function mix(row: Float64Array, p: number, q: number, c: number, s: number): void {
  const [a, b] = [row[p] ?? 0, row[q] ?? 0];
  row[p] = c * a - s * b;
  row[q] = s * a + c * b;
}
