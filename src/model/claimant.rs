//! Who makes a claim.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::id::Id;

/// Somebody who makes a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claimant {
    /// An outlet, or a topic that is a person or an organisation. A text that has the form of an id is meant as one.
    Known(Id),
    /// Anybody else, in words: nothing tells whether it is a person, so nothing says so to other programs.
    Words(String),
}

impl Claimant {
    fn new(text: &str) -> Self {
        Id::new(text).map_or_else(|_| Self::Words(text.to_owned()), Self::Known)
    }
}

/// All who make a claim, as written: one text, or a list of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claimants {
    /// Who.
    pub all: Vec<Claimant>,
    /// Whether they were written as a list, for places in messages.
    pub listed: bool,
}

impl Claimants {
    /// The ids among them.
    pub fn ids(&self) -> impl Iterator<Item = &Id> {
        self.all.iter().filter_map(|claimant| match claimant {
            Claimant::Known(id) => Some(id),
            Claimant::Words(_) => None,
        })
    }
}

impl<'de> Deserialize<'de> for Claimants {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Texts)
    }
}

struct Texts;

impl<'de> Visitor<'de> for Texts {
    type Value = Claimants;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or a list of them")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Claimants, E> {
        Ok(Claimants { all: vec![Claimant::new(text)], listed: false })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Claimants, A::Error> {
        let mut all = Vec::new();
        while let Some(text) = items.next_element::<String>()? {
            all.push(Claimant::new(&text));
        }
        Ok(Claimants { all, listed: true })
    }
}

impl JsonSchema for Claimants {
    fn schema_name() -> Cow<'static, str> {
        "Claimants".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_the_form_of_an_id_is_one() {
        let read = |json: &str| serde_json::from_str::<Claimants>(json).map(|c| c.all);
        let known = |id: &str| Claimant::Known(Id::new(id).unwrap());
        let words = |text: &str| Claimant::Words(text.to_owned());
        assert_eq!(read(r#""harbour-gazette""#).unwrap(), [known("harbour-gazette")]);
        assert_eq!(read(r#""The pilots of the harbour""#).unwrap(), [words("The pilots of the harbour")]);
        assert_eq!(read(r#"["harbour-gazette", "Ada"]"#).unwrap(), [known("harbour-gazette"), words("Ada")]);
        assert!(read(r#"{"name": "Ada"}"#).is_err());
    }
}
