//! Characters that make a text look like another one.

/// A character that can mislead whoever reviews a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deceptive {
    /// Its first byte in the text.
    pub at: usize,
    /// The character.
    pub character: char,
    /// What it does, in a few words.
    pub does: &'static str,
}

/// The first deceptive character of a text: overrides and isolates of writing direction, which let a line read other
/// than it is stored (Trojan Source, CVE-2021-42574), and tag characters, which are invisible. The simple marks LRM,
/// RLM and ALM are left alone: right-to-left prose needs them.
#[must_use]
pub fn deceptive(text: &str) -> Option<Deceptive> {
    text.char_indices().find_map(|(at, character)| {
        let does = match character {
            '\u{202A}'..='\u{202E}' => "changes the direction of what follows",
            '\u{2066}'..='\u{2069}' => "isolates or changes the direction of what follows",
            '\u{E0000}'..='\u{E007F}' => "is invisible",
            _ => return None,
        };
        Some(Deceptive { at, character, does })
    })
}
