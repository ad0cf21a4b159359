//! Names of things: what an author writes in YAML and what becomes the name of a page.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de::Error};

/// Longest id, in bytes: file names stay short on every file system.
const MAX: usize = 90;

/// Names that Windows keeps for devices, and names of the site's own pages (with `page-2` and so on, the pages of long
/// lists).
const RESERVED: [&str; 24] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "index", "assets",
];

/// An id: lower-case ASCII letters, digits and hyphens; it starts with a letter or digit. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

/// Why a text is no id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadId {
    /// A character that ids do not have.
    #[error("`{0}` is not an id: use lower-case letters a–z, digits and hyphens, and begin with a letter or digit")]
    Character(String),
    /// Longer than 90 bytes, or empty.
    #[error("an id has 1 to {MAX} characters; this one has {0}")]
    Length(usize),
    /// A name that some system keeps for itself.
    #[error("`{0}` is a reserved name: choose another one")]
    Reserved(String),
}

impl Id {
    /// An id from a text.
    ///
    /// # Errors
    /// When the text has other characters than ids have, is empty, too long, or reserved.
    pub fn new(text: &str) -> Result<Self, BadId> {
        if text.is_empty() || text.len() > MAX {
            return Err(BadId::Length(text.chars().count()));
        }
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !text.chars().all(fits) || text.starts_with('-') {
            return Err(BadId::Character(text.to_owned()));
        }
        let list_page = text.strip_prefix("page-").is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
        if RESERVED.contains(&text) || list_page {
            return Err(BadId::Reserved(text.to_owned()));
        }
        Ok(Self(text.into()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::new(&text).map_err(D::Error::custom)
    }
}

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$", "maxLength": MAX })
    }
}
