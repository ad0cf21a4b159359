//! The closed lists of words that annotations use, each with the label that a page shows.

use schemars::JsonSchema;
use serde::Deserialize;

/// A closed list: its words as YAML has them, with a label each.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $id:literal, $label:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $id)] $variant,)* }

        impl $name {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word in YAML and in CSS classes.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),* }
            }

            /// The words on a page.
            #[must_use]
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),* }
            }
        }
    };
}

vocabulary! {
    /// What a note does, strongest first: where several meet on the same words, the first decides how they look.
    /// In brackets the motivation of the W3C Web Annotation Vocabulary.
    NoteKind {
        /// Weighs a claim against documents (assessing).
        FactCheck = "fact-check", "Fact-check";
        /// Mends a slip (editing).
        Correction = "correction", "Correction";
        /// Asks what the text leaves open (questioning).
        Question = "question", "Question";
        /// Adds what a reader needs to know (commenting).
        Context = "context", "Context";
        /// Says what a word means (describing).
        Definition = "definition", "Definition";
        /// Says it in another language (describing).
        Translation = "translation", "Translation";
        /// Leads to something related (linking).
        Link = "link", "Link";
    }
}

impl NoteKind {
    /// The motivation that the W3C Web Annotation Vocabulary has for it.
    #[must_use]
    pub fn motivation(self) -> &'static str {
        match self {
            Self::FactCheck => "assessing",
            Self::Correction => "editing",
            Self::Question => "questioning",
            Self::Context => "commenting",
            Self::Definition | Self::Translation => "describing",
            Self::Link => "linking",
        }
    }

    /// One character that stands for the kind beside its label.
    #[must_use]
    pub fn icon(self) -> &'static str {
        match self {
            Self::FactCheck => "✓",
            Self::Correction => "✎",
            Self::Question => "?",
            Self::Context => "¶",
            Self::Definition => "=",
            Self::Translation => "⇄",
            Self::Link => "↗",
        }
    }
}

vocabulary! {
    /// How an article treats a claim at a place.
    Treats {
        /// It makes the claim its own.
        Asserts = "asserts", "makes this claim";
        /// It speaks against it.
        Disputes = "disputes", "disputes this claim";
        /// It passes it on as somebody's words.
        Reports = "reports", "reports this claim";
    }
}

impl Treats {
    /// One character that stands for it beside its word; others than verdicts have.
    #[must_use]
    pub fn icon(self) -> &'static str {
        match self {
            Self::Asserts => "▲",
            Self::Disputes => "▼",
            Self::Reports => "▷",
        }
    }

    /// What becomes of the claim there, as a heading over articles.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Asserts => "Asserted",
            Self::Disputes => "Disputed",
            Self::Reports => "Reported",
        }
    }

    /// What an article does that treats a claim so.
    #[must_use]
    pub fn explained(self) -> &'static str {
        match self {
            Self::Asserts => "makes the claim its own",
            Self::Disputes => "speaks against the claim",
            Self::Reports => "passes the claim on as somebody’s words",
        }
    }
}

vocabulary! {
    /// How another claim stands to a claim.
    Relation {
        /// It is more general.
        Broader = "broader", "Broader";
        /// It is more specific.
        Narrower = "narrower", "Narrower";
        /// Both can't be true.
        Contradicts = "contradicts", "Contradicts";
        /// The claim says it again in other words.
        Repeats = "repeats", "Repeats";
        /// It says the claim again in other words.
        RepeatedBy = "repeated-by", "Repeated by";
    }
}

impl Relation {
    /// How the claim stands to the other one.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::Broader => Self::Narrower,
            Self::Narrower => Self::Broader,
            Self::Contradicts => Self::Contradicts,
            Self::Repeats => Self::RepeatedBy,
            Self::RepeatedBy => Self::Repeats,
        }
    }
}

vocabulary! {
    /// An article's stance toward a named target: the labels of stance detection (SemEval-2016, task 6), with a
    /// balanced position kept apart from one that cannot be told.
    StanceLabel {
        /// In favour.
        Favor = "favor", "In favour";
        /// Against.
        Against = "against", "Against";
        /// Balanced.
        Neutral = "neutral", "Balanced";
        /// Cannot be told.
        None = "none", "Cannot be told";
    }
}

impl StanceLabel {
    /// One character that stands for it beside its label.
    #[must_use]
    pub fn icon(self) -> &'static str {
        match self {
            Self::Favor => "+",
            Self::Against => "−",
            Self::Neutral => "±",
            Self::None => "?",
        }
    }
}

vocabulary! {
    /// What the text of an article is in relation to its source.
    TextKind {
        /// The whole text.
        Full = "full", "Full text";
        /// A part of it.
        Excerpt = "excerpt", "Excerpt";
        /// A summary in the editors' words.
        Digest = "digest", "Digest";
        /// The text in another language.
        Translation = "translation", "Translation";
    }
}

impl TextKind {
    /// One sentence for the reader.
    #[must_use]
    pub fn explained(self) -> &'static str {
        match self {
            Self::Full => "This page holds the full text.",
            Self::Excerpt => "This page holds a part of the text; follow the source for the whole.",
            Self::Digest => "This page is a digest in the editors' words; the source is the text itself.",
            Self::Translation => "This page is a translation; the source is the text itself.",
        }
    }
}

vocabulary! {
    /// What kind of text an article is.
    Genre {
        /// What happened.
        Report = "report", "Report";
        /// What it means.
        Analysis = "analysis", "Analysis";
        /// What the author thinks.
        Opinion = "opinion", "Opinion";
        /// Questions and answers.
        Interview = "interview", "Interview";
        /// Written for a cause.
        Advocacy = "advocacy", "Advocacy";
        /// Sent out by those it is about.
        PressRelease = "press-release", "Press release";
    }
}

vocabulary! {
    /// What a topic is.
    TopicKind {
        /// Events that several articles cover.
        Story = "story", "Story";
        /// A person.
        Person = "person", "Person";
        /// A group, firm, state body or medium.
        Organisation = "organisation", "Organisation";
        /// A place.
        Place = "place", "Place";
        /// A subject.
        Theme = "theme", "Theme";
    }
}

impl TopicKind {
    /// The heading over a list of such topics.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Story => "Stories",
            Self::Person => "People",
            Self::Organisation => "Organisations",
            Self::Place => "Places",
            Self::Theme => "Themes",
        }
    }
}

vocabulary! {
    /// What a document shows about the claim that it is cited for.
    Shows {
        /// It bears the claim out.
        Supports = "supports", "supports";
        /// It speaks against it.
        Refutes = "refutes", "refutes";
        /// It helps to understand it.
        Context = "context", "context";
    }
}

impl Shows {
    /// One character that stands beside its label.
    #[must_use]
    pub fn icon(self) -> &'static str {
        match self {
            Self::Supports => "+",
            Self::Refutes => "−",
            Self::Context => "○",
        }
    }
}

vocabulary! {
    /// What kind of change a history entry records.
    ChangeKind {
        /// Nothing that was said changes.
        Minor = "minor", "Minor change";
        /// Something that was said was wrong.
        Correction = "correction", "Correction";
        /// All of it is taken back.
        Retraction = "retraction", "Retraction";
    }
}

impl ChangeKind {
    /// One character that stands beside its label.
    #[must_use]
    pub fn icon(self) -> &'static str {
        match self {
            Self::Minor => "~",
            Self::Correction => "✎",
            Self::Retraction => "×",
        }
    }
}
