/// The lower triangle whose product with its own transpose is a symmetric positive matrix, of which the lower half is read.
///
/// Rounding may leave a variance that should be nought a little below it; it is taken for nearly nought.
func cholesky(_ matrix: [[Double]]) -> [[Double]] {
    var lower = matrix
    for i in lower.indices {
        for j in 0...i {
            var sum = lower[i][j]
            for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
            lower[i][j] = i == j ? max(sum, 1e-12).squareRoot() : sum / lower[j][j]
        }
    }
    return lower
}
