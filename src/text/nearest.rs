//! "Did you mean": the known name nearest to one that is not known.

/// The candidate most like `name`, if any is like enough (Jaro-Winkler ≥ 0.75, which a swapped, missing or doubled
/// letter in a short name still reaches). Of equals the first in order.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const ENOUGH: f64 = 0.75;
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let score = strsim::jaro_winkler(name, candidate);
        if score >= ENOUGH && best.is_none_or(|(s, _)| score > s) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
