//! The closed lists of words that annotations use, as ids: what pages call them is a message of their language.

use schemars::JsonSchema;
use serde::Deserialize;

/// A closed list: its words as YAML has them.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $id:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $id)] $variant,)* }

        impl $name {
            /// All of them, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The word in YAML, in CSS classes and in the ids of messages.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),* }
            }
        }
    };
}

vocabulary! {
    /// What a note does, strongest first: where several meet on the same words, the first decides how they look.
    /// In brackets the motivation of the W3C Web Annotation Vocabulary.
    NoteKind {
        /// Weighs a claim against documents (assessing).
        FactCheck = "fact-check";
        /// Mends a slip (editing).
        Correction = "correction";
        /// Asks what the text leaves open (questioning).
        Question = "question";
        /// Adds what a reader needs to know (commenting).
        Context = "context";
        /// Says what a word means (describing).
        Definition = "definition";
        /// Says it in another language (describing).
        Translation = "translation";
        /// Leads to something related (linking).
        Link = "link";
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
        Asserts = "asserts";
        /// It speaks against it.
        Disputes = "disputes";
        /// It passes it on as somebody's words.
        Reports = "reports";
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
}

vocabulary! {
    /// How another claim stands to a claim.
    Relation {
        /// It is more general.
        Broader = "broader";
        /// It is more specific.
        Narrower = "narrower";
        /// Both can't be true.
        Contradicts = "contradicts";
        /// The claim says it again in other words.
        Repeats = "repeats";
        /// It says the claim again in other words.
        RepeatedBy = "repeated-by";
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
        Favor = "favor";
        /// Against.
        Against = "against";
        /// Balanced.
        Neutral = "neutral";
        /// Cannot be told.
        None = "none";
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
        Full = "full";
        /// A part of it.
        Excerpt = "excerpt";
        /// A summary in the editors' words.
        Digest = "digest";
        /// The text in another language.
        Translation = "translation";
    }
}

vocabulary! {
    /// What kind of text an article is.
    Genre {
        /// What happened.
        Report = "report";
        /// What it means.
        Analysis = "analysis";
        /// What the author thinks.
        Opinion = "opinion";
        /// Questions and answers.
        Interview = "interview";
        /// Written for a cause.
        Advocacy = "advocacy";
        /// Sent out by those it is about.
        PressRelease = "press-release";
    }
}

vocabulary! {
    /// What a topic is.
    TopicKind {
        /// Events that several articles cover.
        Story = "story";
        /// A person.
        Person = "person";
        /// A group, firm, state body or medium.
        Organisation = "organisation";
        /// A place.
        Place = "place";
        /// A subject.
        Theme = "theme";
    }
}

vocabulary! {
    /// What a document shows about the claim that it is cited for.
    Shows {
        /// It bears the claim out.
        Supports = "supports";
        /// It speaks against it.
        Refutes = "refutes";
        /// It helps to understand it.
        Context = "context";
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
        Minor = "minor";
        /// Something that was said was wrong.
        Correction = "correction";
        /// All of it is taken back.
        Retraction = "retraction";
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
