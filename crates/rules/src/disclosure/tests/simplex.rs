//! Linear programming in two phases, with the rule that never turns in circles.

/// `factors · x` is, or is at most, a number.
pub struct Row {
    pub factors: Vec<f64>,
    pub is: f64,
    pub equal: bool,
}

const NEARLY: f64 = 1e-7;

/// The least or the most that one unknown can be, none of them negative; infinite where nothing holds it.
pub fn extreme(rows: &[Row], of: usize, most: bool) -> f64 {
    let unknowns = rows.first().map_or(of + 1, |row| row.factors.len());
    let mut table = Table::of(rows, unknowns);
    let mut wanted = vec![0.0; table.columns];
    wanted.iter_mut().skip(table.columns - rows.len()).for_each(|cost| *cost = 1.0);
    let rest = table.least(&wanted, table.columns).unwrap_or(f64::INFINITY);
    assert!(rest < 1e-4, "the true numbers are possible: {rest}");
    let mut wanted = vec![0.0; table.columns];
    wanted[of] = if most { -1.0 } else { 1.0 };
    let free = table.columns - rows.len();
    // An artificial unknown that is still there must stay nothing.
    wanted.iter_mut().skip(free).for_each(|cost| *cost = 1e5);
    match table.least(&wanted, free) {
        Some(least) if most => -least,
        Some(least) => least,
        None => f64::INFINITY,
    }
}

struct Table {
    rows: Vec<Vec<f64>>,
    basis: Vec<usize>,
    columns: usize,
}

impl Table {
    /// Unknowns, a slack for each row that is no equation, and an artificial unknown for each row.
    fn of(rows: &[Row], unknowns: usize) -> Self {
        let columns = unknowns + 2 * rows.len();
        let line = |(at, row): (usize, &Row)| {
            let sign = if row.is < 0.0 { -1.0 } else { 1.0 };
            let mut line: Vec<f64> = row.factors.iter().map(|factor| factor * sign).collect();
            line.resize(columns + 1, 0.0);
            line[unknowns + at] = if row.equal { 0.0 } else { sign };
            line[unknowns + rows.len() + at] = 1.0;
            line[columns] = row.is * sign;
            line
        };
        let basis = (0..rows.len()).map(|at| unknowns + rows.len() + at).collect();
        Self { rows: rows.iter().enumerate().map(line).collect(), basis, columns }
    }

    /// The least of `wanted · x` with the first columns alone; none where there is no least.
    fn least(&mut self, wanted: &[f64], free: usize) -> Option<f64> {
        loop {
            let enters = (0..free).find(|column| self.gain(wanted, *column) < -NEARLY);
            let Some(enters) = enters else {
                let value =
                    |(at, row): (usize, &Vec<f64>)| wanted[self.basis[at]] * row[self.columns];
                return Some(self.rows.iter().enumerate().map(value).sum());
            };
            let leaves = self.leaves(enters)?;
            self.turn(leaves, enters);
        }
    }

    fn gain(&self, wanted: &[f64], column: usize) -> f64 {
        let rows = self.rows.iter().zip(&self.basis);
        wanted[column] - rows.map(|(row, basis)| wanted[*basis] * row[column]).sum::<f64>()
    }

    fn leaves(&self, enters: usize) -> Option<usize> {
        let mut best: Option<(f64, usize)> = None;
        for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| row[enters] > NEARLY) {
            let room = row[self.columns] / row[enters];
            let better = best.is_none_or(|(least, of)| {
                room < least - NEARLY || room < least + NEARLY && self.basis[at] < self.basis[of]
            });
            if better {
                best = Some((room, at));
            }
        }
        best.map(|(_, at)| at)
    }

    fn turn(&mut self, leaves: usize, enters: usize) {
        let pivot = self.rows[leaves][enters];
        self.rows[leaves].iter_mut().for_each(|cell| *cell /= pivot);
        let turned = self.rows[leaves].clone();
        for (at, row) in self.rows.iter_mut().enumerate() {
            let factor = row[enters];
            if at != leaves && factor != 0.0 {
                row.iter_mut().zip(&turned).for_each(|(cell, by)| *cell -= factor * by);
            }
        }
        self.basis[leaves] = enters;
    }
}
