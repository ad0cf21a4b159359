//! Numbers as printable characters, for strings in scripts: one character for most of them, and gzip finds what repeats.

/// Digits: the printable ASCII characters but for `"` and `\`, which a string in a script would have to escape.
const DIGITS: usize = 93;
/// Numbers below this take one digit.
const ONE: usize = 62;
/// First digits that announce a second one.
const TWO_LEADS: usize = 25;
/// First digits that announce two more.
const THREE_LEADS: usize = 5;
const TWO: usize = TWO_LEADS * DIGITS;
const THREE: usize = THREE_LEADS * DIGITS * DIGITS;

/// The character of a digit from 0 to 92.
pub(super) fn digit(value: usize) -> u8 {
    let plain = u8::try_from(value.min(DIGITS - 1)).unwrap_or_default() + b' ';
    plain + u8::from(plain >= b'"') + u8::from(plain + 1 >= b'\\')
}

/// Appends a number: one to five digits, small ones short. `search.js` reads it (`Reader.number`).
pub(super) fn push(out: &mut Vec<u8>, number: usize) {
    let mut rest = number;
    if rest < ONE {
        return out.push(digit(rest));
    }
    rest -= ONE;
    if rest < TWO {
        return out.extend([digit(ONE + rest / DIGITS), digit(rest % DIGITS)]);
    }
    rest -= TWO;
    if rest < THREE {
        let lead = ONE + TWO_LEADS + rest / (DIGITS * DIGITS);
        return out.extend([digit(lead), digit(rest / DIGITS % DIGITS), digit(rest % DIGITS)]);
    }
    rest -= THREE;
    out.push(digit(DIGITS - 1));
    out.extend([3, 2, 1, 0].map(|power| digit(rest / DIGITS.pow(power) % DIGITS)));
}

/// The same at the end of a text.
pub(super) fn push_str(out: &mut String, number: usize) {
    let mut digits = Vec::new();
    push(&mut digits, number);
    out.extend(digits.into_iter().map(char::from));
}

/// Numbers that share a digit where there are many.
const A_DIGIT: usize = 6;

/// Whether so many of all numbers below `end` are better written as bits: more than one in six.
pub(super) fn are_many(count: usize, end: usize) -> bool {
    count * A_DIGIT > end
}

/// Appends `count` rising numbers below `end`: where they are many, a digit for six numbers each, its lowest bit for the
/// first of them; else the distance of each from the one before, from 0 for the first. `Reader.rising` reads them.
pub(super) fn push_numbers(out: &mut Vec<u8>, numbers: impl Iterator<Item = u32>, count: usize, end: usize) {
    if are_many(count, end) {
        let mut values = vec![0; end.div_ceil(A_DIGIT)];
        for number in numbers {
            values[number as usize / A_DIGIT] |= 1 << (number as usize % A_DIGIT);
        }
        return out.extend(values.into_iter().map(digit));
    }
    let mut before = 0;
    for number in numbers {
        push(out, (number - before) as usize);
        before = number;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `search.js` does.
    fn read(text: &[u8]) -> usize {
        let value = |c: u8| usize::from(c - b' ') - usize::from(c > b'"') - usize::from(c > b'\\');
        let digits: Vec<usize> = text.iter().map(|&c| value(c)).collect();
        let tail = digits[1..].iter().fold(0, |sum, d| sum * DIGITS + d);
        match digits[0] {
            lead if lead < ONE => lead,
            lead if lead < ONE + TWO_LEADS => ONE + (lead - ONE) * DIGITS + tail,
            lead if lead < DIGITS - 1 => ONE + TWO + (lead - ONE - TWO_LEADS) * DIGITS * DIGITS + tail,
            _ => ONE + TWO + THREE + tail,
        }
    }

    #[test]
    fn numbers_are_read_as_they_were_written() {
        let edges = [0, 1, 2, 61, 62, 63, 154, 155, 2386, 2387, 2388, 45_631, 45_632, 45_633, 1_000_000, 70_000_000];
        for number in (0..3000).chain(edges) {
            let mut text = Vec::new();
            push(&mut text, number);
            assert!(text.iter().all(|c| (b' '..=b'~').contains(c) && *c != b'"' && *c != b'\\'), "{number}");
            assert_eq!(read(&text), number);
        }
    }
}
