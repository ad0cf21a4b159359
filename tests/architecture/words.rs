//! Rust source as words, and the paths among them.

/// Every path written at `at`: `a::{b, c::{d, e}}` is three.
pub(super) fn paths(words: &[String], at: &mut usize, before: &str) -> Vec<String> {
    let mut path = before.to_owned();
    while let Some(word) = words.get(*at) {
        *at += 1;
        if word != "{" {
            path = format!("{path}{word}");
            if words.get(*at).is_none_or(|next| next != "::") {
                return vec![path];
            }
            *at += 1;
            path += "::";
            continue;
        }
        let mut all = vec![];
        while words.get(*at).is_some_and(|word| word != "}") {
            if words[*at] == "," { *at += 1 } else { all.extend(paths(words, at, &path)) }
        }
        *at += 1;
        return all;
    }
    vec![path]
}

/// Names, `::` and single signs, without comments, literals and test code.
pub(super) fn words(text: &str) -> Vec<String> {
    let (chars, mut words, mut at) = (text.chars().collect::<Vec<_>>(), Vec::<String>::new(), 0);
    let name = |c: &char| c.is_alphanumeric() || *c == '_';
    let starts = |at: usize, sign: &str| sign.chars().enumerate().all(|(i, c)| chars.get(at + i) == Some(&c));
    let end = |from: usize, sign: &str| {
        (from..chars.len()).find(|&i| starts(i, sign)).map_or(chars.len(), |i| i + sign.len())
    };
    while at < chars.len() {
        let raw = (chars[at] == 'r').then(|| chars[at + 1..].iter().take_while(|c| **c == '#').count());
        at = match chars[at] {
            '/' if starts(at, "//") => end(at, "\n"),
            '/' if starts(at, "/*") => end(at, "*/"),
            'r' if raw.is_some_and(|n| starts(at + 1 + n, "\"")) => {
                end(at + 2 + raw.unwrap_or(0), &format!("\"{}", "#".repeat(raw.unwrap_or(0))))
            }
            '"' => {
                let mut close = at + 1;
                while close < chars.len() && chars[close] != '"' {
                    close += 1 + usize::from(chars[close] == '\\');
                }
                close + 1
            }
            '\'' if starts(at + 1, "\\") => end(at + 3, "'"),
            '\'' => at + if chars.get(at + 2) == Some(&'\'') { 3 } else { 1 },
            c if name(&c) || starts(at, "::") => {
                let length = if c == ':' { 2 } else { chars[at..].iter().take_while(|c| name(c)).count() };
                words.push(chars[at..at + length].iter().collect());
                at + length
            }
            c => {
                if !c.is_whitespace() {
                    words.push(c.into());
                }
                at + 1
            }
        };
    }
    while let Some(start) = words.windows(7).position(|seven| seven.concat() == "#[cfg(test)]") {
        let mut depth = 0;
        let length = words[start..].iter().position(|word| {
            depth += i32::from(word == "{") - i32::from(word == "}");
            depth == 0 && (word == "}" || word == ";")
        });
        words.drain(start..length.map_or(words.len(), |length| start + length + 1));
    }
    words
}
