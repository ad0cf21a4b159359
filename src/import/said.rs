//! What a person says about an article: it wins over everything that the source says, and is never unsure.

use thiserror::Error;
use url::Url;

use super::date::Published;
use super::draft::{Decision, Draft, Field};
use super::feed;

/// Name of the rule in reports and in the front matter.
pub(super) const RULE: &str = "said by you";

/// The values that a person has said; what is `None` or empty is the source's to say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the field of Draft with this name")]
pub struct Said {
    pub title: Option<String>,
    pub authors: Vec<String>,
    pub outlet: Option<String>,
    pub published: Option<Published>,
    pub language: Option<String>,
    pub url: Option<String>,
    pub rights: Option<String>,
}

/// Something said that can't be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadSaying {
    /// No `=`, or nothing behind it.
    #[error("`{0}` says nothing: write it as key=value, such as title=\"The lamp is lit again\"")]
    NoValue(String),
    /// A key that no article has.
    #[error("`{0}` can't be set: title, author, outlet, published, language, url and rights can")]
    NoKey(String),
    /// A key that has one value only.
    #[error("`{0}` is set twice: only author may be")]
    Twice(String),
    /// A date in another form.
    #[error("`{0}` is no date: write a day, a month or a year, such as 2024-05-03, 2024-05 or 2024")]
    NoDate(String),
    /// No tag of a language.
    #[error("`{0}` is no language tag: write it as BCP 47 has it, such as en or pt-BR")]
    NoLanguage(String),
    /// No address of a page.
    #[error("`{0}` is no address of a page: it begins with http:// or https://")]
    NoAddress(String),
}

impl Said {
    /// Reads `key=value` pairs.
    ///
    /// # Errors
    /// When one of them can't be used.
    pub fn read<'a>(written: impl IntoIterator<Item = &'a str>) -> Result<Self, BadSaying> {
        let mut said = Self::default();
        for pair in written {
            let (key, value) = pair.split_once('=').ok_or_else(|| BadSaying::NoValue(pair.to_owned()))?;
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            if value.is_empty() {
                return Err(BadSaying::NoValue(pair.to_owned()));
            }
            said.set(key.trim(), value)?;
        }
        Ok(said)
    }

    fn set(&mut self, key: &str, value: String) -> Result<(), BadSaying> {
        let place = match key {
            "author" | "authors" => {
                self.authors.push(value);
                return Ok(());
            }
            "published" => {
                let date = feed::day(&value).ok_or(BadSaying::NoDate(value))?;
                return once(&mut self.published, key, date);
            }
            "title" => &mut self.title,
            "outlet" => &mut self.outlet,
            "rights" => &mut self.rights,
            "language" if !is_tag(&value) => return Err(BadSaying::NoLanguage(value)),
            "language" => &mut self.language,
            "url" if !is_page(&value) => return Err(BadSaying::NoAddress(value)),
            "url" => &mut self.url,
            _ => return Err(BadSaying::NoKey(key.to_owned())),
        };
        once(place, key, value)
    }

    /// Whether something is said that only one article can have.
    #[must_use]
    pub fn is_of_one(&self) -> bool {
        self.title.is_some() || self.url.is_some()
    }

    /// Puts what was said in the place of what the source says, which stays in the report beside it.
    pub fn apply(&self, draft: &mut Draft) {
        for (field, value, place) in [
            (Field::Title, &self.title, &mut draft.title),
            (Field::Outlet, &self.outlet, &mut draft.outlet),
            (Field::Language, &self.language, &mut draft.language),
            (Field::Url, &self.url, &mut draft.url),
            (Field::Rights, &self.rights, &mut draft.rights),
        ] {
            if let Some(value) = value {
                *place = Some(value.clone());
                settle(&mut draft.decisions, &mut draft.unsure, field, value.clone());
            }
        }
        if !self.authors.is_empty() {
            draft.authors.clone_from(&self.authors);
            settle(&mut draft.decisions, &mut draft.unsure, Field::Authors, self.authors.join(", "));
        }
        if let Some(published) = self.published {
            draft.published = Some(published);
            settle(&mut draft.decisions, &mut draft.unsure, Field::Published, published.to_string());
        }
    }
}

/// The first decision of a field is the one taken.
fn settle(decisions: &mut Vec<Decision>, unsure: &mut Vec<Field>, field: Field, value: String) {
    unsure.retain(|other| *other != field);
    decisions.insert(0, Decision { field, value, rule: RULE, line: 0 });
}

fn once<T>(place: &mut Option<T>, key: &str, value: T) -> Result<(), BadSaying> {
    if place.replace(value).is_some() { Err(BadSaying::Twice(key.to_owned())) } else { Ok(()) }
}

/// The form of a tag, BCP 47: a language of two to eight letters, then parts of one to eight letters and digits.
fn is_tag(tag: &str) -> bool {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = tag.split('-').next().unwrap_or("");
    first.len() >= 2 && first.bytes().all(|byte| byte.is_ascii_alphabetic()) && tag.split('-').all(part)
}

fn is_page(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}
