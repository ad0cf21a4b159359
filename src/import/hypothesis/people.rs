//! Users of Hypothesis → editors of the site. Nobody becomes an editor by an import: a person says who is who.

use std::collections::BTreeSet;

use super::annotation::Annotation;
use crate::model::id::{BadId, Id};

/// Who is who.
#[derive(Debug, Clone, Default)]
pub struct Editors {
    pairs: Vec<(String, Id)>,
}

/// A pair that can't be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadEditor {
    /// There is no `=`.
    #[error(
        "`{0}` does not say who is who: write the user, `=` and the editor's id, such as --by ada=sample-editor-one"
    )]
    NoPair(String),
    /// What stands behind it is no id.
    #[error("`{0}`: {1}")]
    NoId(String, BadId),
}

impl Editors {
    /// Reads pairs such as `ada=sample-editor-one` or `acct:ada@hypothes.is=sample-editor-one`.
    ///
    /// # Errors
    /// When one has no `=`, or what stands behind it is no id.
    pub fn read(written: &[String]) -> Result<Self, BadEditor> {
        let pair = |written: &String| {
            let pair = written.rsplit_once('=').filter(|(user, _)| !user.trim().is_empty());
            let (user, editor) = pair.ok_or_else(|| BadEditor::NoPair(written.clone()))?;
            let id = Id::new(editor.trim()).map_err(|error| BadEditor::NoId(written.clone(), error))?;
            Ok((user.trim().trim_start_matches("acct:").to_owned(), id))
        };
        Ok(Self { pairs: written.iter().map(pair).collect::<Result<_, _>>()? })
    }

    /// All editors that are named.
    pub fn ids(&self) -> impl Iterator<Item = &Id> {
        self.pairs.iter().map(|(_, id)| id)
    }

    /// The editor that a user is. A name without an authority stands for a user of that name only where `all` have no
    /// second one, from elsewhere.
    #[must_use]
    pub fn of(&self, user: &str, all: &[Annotation]) -> Option<&Id> {
        let whole = self.pairs.iter().find(|(name, _)| name == user);
        let name = |user: &str| user.split('@').next().unwrap_or_default().to_owned();
        let namesakes: BTreeSet<&str> =
            all.iter().map(|annotation| annotation.user.as_str()).filter(|other| name(other) == name(user)).collect();
        let short = || self.pairs.iter().find(|(short, _)| namesakes.len() < 2 && *short == name(user));
        whole.or_else(short).map(|(_, id)| id)
    }
}
