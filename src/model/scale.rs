//! Verdict scales: data, not code, so that a site may have its own.

use schemars::JsonSchema;
use serde::Deserialize;

use super::id::Id;

/// A scale of verdicts, versioned, since the meaning of a level may change.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct Scale {
    /// Its name.
    pub id: Id,
    /// Counts up when a definition changes.
    pub version: u32,
    /// Its levels, in the order in which they are listed.
    #[serde(default)]
    pub levels: Vec<Level>,
}

/// One verdict.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct Level {
    /// The word in YAML.
    pub id: Id,
    /// The word on the page.
    pub label: String,
    /// What it means, in a sentence.
    pub definition: String,
    /// One character shown with the label.
    pub icon: String,
    /// Which of the theme's colours it has.
    pub tone: Tone,
    /// Its place on a line from worst to best, or none: "unsupported" is not a point on a line.
    pub rank: Option<i64>,
}

/// The colour of a verdict, by what the page should make a reader do, not by praise or blame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Borne out.
    Good,
    /// In part.
    Partial,
    /// Read on.
    Caution,
    /// The record is mixed.
    Contested,
    /// Nothing found.
    Open,
    /// A slip.
    Bad,
}

impl Tone {
    /// The word in CSS classes.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Partial => "partial",
            Self::Caution => "caution",
            Self::Contested => "contested",
            Self::Open => "open",
            Self::Bad => "bad",
        }
    }
}

/// What `postil.yaml` says: the name of a preset, or a scale.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum ScaleChoice {
    /// `plain`, `none`, `six` or `seven`.
    Preset(Preset),
    /// A scale of the site's own.
    Own(Scale),
}

/// The scales that postil brings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Preset {
    /// Six words for what documents show; only two are ends of a line.
    #[default]
    Plain,
    /// No verdicts, on purpose.
    None,
    /// Six steps from true to false.
    Six,
    /// Seven words, three of them off the line.
    Seven,
}

type Row = (&'static str, &'static str, &'static str, &'static str, Tone, Option<i64>);

const PLAIN: &[Row] = &[
    (
        "supported",
        "Supported",
        "A public document or several independent reports say the same.",
        "●",
        Tone::Good,
        Some(3),
    ),
    ("partly-supported", "Partly supported", "One part holds and another does not.", "◐", Tone::Partial, Some(2)),
    (
        "needs-context",
        "Needs context",
        "Right as worded, but a fact is missing without which it misleads.",
        "◔",
        Tone::Caution,
        None,
    ),
    (
        "disputed",
        "Disputed",
        "Documents or parties contradict each other, and the record does not settle it.",
        "⇆",
        Tone::Contested,
        None,
    ),
    (
        "unsupported",
        "Unsupported",
        "No public document found shows it, which is not the same as false.",
        "○",
        Tone::Open,
        None,
    ),
    (
        "error",
        "Error",
        "A document, or the article itself, shows a date, number, name or order to be wrong.",
        "✕",
        Tone::Bad,
        Some(1),
    ),
];

const SIX: &[Row] = &[
    ("true", "True", "It is accurate and nothing important is missing.", "●", Tone::Good, Some(6)),
    ("mostly-true", "Mostly true", "It is accurate but needs a clarification.", "◕", Tone::Partial, Some(5)),
    (
        "half-true",
        "Half true",
        "It is partly accurate and leaves out something important.",
        "◑",
        Tone::Caution,
        Some(4),
    ),
    (
        "mostly-false",
        "Mostly false",
        "It holds a grain of truth and ignores facts that would change the impression.",
        "◔",
        Tone::Contested,
        Some(3),
    ),
    ("false", "False", "It is not accurate.", "○", Tone::Bad, Some(2)),
    ("fabricated", "Fabricated", "It is not accurate and was made up.", "✕", Tone::Bad, Some(1)),
];

const SEVEN: &[Row] = &[
    ("true", "True", "It is accurate.", "●", Tone::Good, Some(5)),
    ("mostly-true", "Mostly true", "It is accurate in the main and wrong in a detail.", "◕", Tone::Partial, Some(4)),
    ("mixture", "Mixture", "It mixes accurate and inaccurate parts.", "◑", Tone::Contested, Some(3)),
    ("misleading", "Misleading", "Its parts are accurate and the impression is not.", "◔", Tone::Caution, Some(2)),
    ("false", "False", "It is not accurate.", "✕", Tone::Bad, Some(1)),
    ("unproven", "Unproven", "There is not enough to tell.", "○", Tone::Open, None),
    ("satire", "Satire", "It was not meant to be taken as fact.", "◇", Tone::Open, None),
];

impl Preset {
    /// The scale.
    ///
    /// # Panics
    /// Never: the ids of the tables above are ids (a test builds all of them).
    #[must_use]
    pub fn scale(self) -> Scale {
        let (id, rows): (&str, &[Row]) = match self {
            Self::Plain => ("plain", PLAIN),
            Self::None => ("none", &[]),
            Self::Six => ("six", SIX),
            Self::Seven => ("seven", SEVEN),
        };
        let id_of = |text: &str| Id::new(text).expect("ids of presets are ids");
        let levels = rows.iter().map(|&(id, label, definition, icon, tone, rank)| Level {
            id: id_of(id),
            label: label.into(),
            definition: definition.into(),
            icon: icon.into(),
            tone,
            rank,
        });
        Scale { id: id_of(id), version: 1, levels: levels.collect() }
    }
}

impl Scale {
    /// The level of that name.
    #[must_use]
    pub fn level(&self, id: &Id) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// The names of its levels.
    #[must_use]
    pub fn ids(&self) -> Vec<&str> {
        self.levels.iter().map(|level| level.id.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presets_are_scales() {
        let sizes = [Preset::Plain, Preset::None, Preset::Six, Preset::Seven].map(|p| p.scale().levels.len());
        assert_eq!(sizes, [6, 0, 6, 7]);
    }
}
