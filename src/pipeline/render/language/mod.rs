//! The language of a site's furniture: every word on a page that is no content, by the id of its message.
//!
//! Messages are patterns ([`crate::model::message`]); [`fill`] puts values into them, [`date`] says dates. A message that
//! the site's language has not got comes from the wider one (`fr-CA`: `fr`), then from English.

mod date;
mod fill;

use std::collections::BTreeMap;

use intl_pluralrules::{PluralRuleType, PluralRules};
use tera::{Kwargs, TeraResult, Value};

pub(crate) use self::fill::{Arg, without_marks};
use self::fill::{Sink, plural_samples};
use super::html::Html;
use crate::config::{Config, ScaleOrigin};
use crate::model::message::{Messages, Pattern};
use crate::model::scale::Scale;
use crate::model::sources::Look;

/// What every language falls back to.
const FALLBACK: &str = "en";

/// A language that messages are in.
struct Spoken {
    messages: Messages,
    /// None for a language that CLDR has no rules for: it has the category `other` alone.
    plurals: Option<PluralRules>,
    /// Between thousands.
    group: String,
}

/// The site's language with those that it falls back to.
pub(crate) struct Language {
    /// From narrow to wide, English last.
    line: Vec<Spoken>,
    right_to_left: bool,
}

impl Language {
    /// The language of a BCP 47 tag, in the words that the look of the site has.
    pub(crate) fn new(look: &Look, tag: &str) -> Self {
        let wanted = tag.to_ascii_lowercase();
        let mut tags: Vec<&str> = vec![&wanted];
        while let Some((wider, _)) = tags.last().and_then(|tag| tag.rsplit_once('-')) {
            tags.push(wider);
        }
        if !tags.contains(&FALLBACK) {
            tags.push(FALLBACK);
        }
        let line = tags.into_iter().filter_map(|tag| Some(Spoken::new(tag, look.messages.get(tag)?))).collect();
        Self { line, right_to_left: super::context::direction(tag) == "rtl" }
    }

    /// What a message says. An id that no language has is a mistake in the program: it stands for itself, and a test
    /// finds it.
    pub(crate) fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut sink = Sink::text();
        match self.find(id) {
            Some((spoken, pattern)) => fill::fill(self, spoken, pattern, args, &mut sink),
            None => sink.words(id),
        }
        sink.into_text()
    }

    /// What pages call a word of a closed list: the message `list-word`.
    pub(crate) fn name(&self, list: &str, word: &str) -> String {
        self.say(&format!("{list}-{word}"), &[])
    }

    /// The site's verdicts: a preset in the words of the language, a scale of the site's own as it is.
    pub(crate) fn scale(&self, config: &Config) -> Scale {
        let mut scale = config.scale.clone();
        if config.scale_origin == ScaleOrigin::Preset {
            let list = format!("verdict-{}", scale.id);
            for level in &mut scale.levels {
                level.label = self.name(&list, level.id.as_str());
                level.definition = self.name(&list, &format!("{}-means", level.id));
            }
        }
        scale
    }

    /// The same as HTML, with values that are HTML.
    fn html(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Html {
        let mut sink = Sink::html();
        match self.find(id) {
            Some((spoken, pattern)) => fill::fill(self, spoken, pattern, args, &mut sink),
            None => sink.words(id),
        }
        sink.into_html()
    }

    /// `{{ ["id", "id-2"] | words }}` in templates: messages for a script, as JSON by their ids, without `script-` before
    /// them. One that a number changes has all its plural forms.
    pub(super) fn words(&self, ids: &[String]) -> TeraResult<String> {
        let mut words = serde_json::Map::new();
        for id in ids {
            let forms = self.forms(id)?;
            let first = forms.values().next().cloned().unwrap_or_default();
            let one = forms.values().all(|form| *form == first);
            let value = if one { first.into() } else { serde_json::json!(forms) };
            words.insert(id.strip_prefix("script-").unwrap_or(id).to_owned(), value);
        }
        Ok(serde_json::Value::Object(words).to_string())
    }

    /// What a message says for each plural category that its language has, for a script that knows the number only when
    /// it runs: the number and all other values stand as their names in braces.
    fn forms(&self, id: &str) -> TeraResult<BTreeMap<&'static str, String>> {
        let (spoken, pattern) = self.find(id).ok_or_else(|| unknown(id))?;
        let names: Vec<(&str, String)> = pattern.variables().into_iter().map(|n| (n, format!("{{{n}}}"))).collect();
        let form = |(category, number): (&'static str, u64)| {
            let args: Vec<(&str, Arg<'_>)> =
                names.iter().map(|(name, place)| (*name, Arg::Sample(number, place))).collect();
            (category, self.say(id, &args))
        };
        Ok(plural_samples(spoken.plurals.as_ref()).into_iter().map(form).collect())
    }

    /// `{{ "id" | say(name=value) }}` in templates. A value that is HTML stays HTML.
    pub(super) fn filter(&self, id: &str, kwargs: &Kwargs) -> TeraResult<Value> {
        if self.find(id).is_none() {
            return Err(unknown(id));
        }
        let markup: Vec<(&str, Option<Html>)> =
            kwargs.iter().filter_map(|(name, value)| Some((name.as_str()?, Html::written(value)))).collect();
        let mut args: Vec<(&str, Arg<'_>)> = Vec::new();
        for ((name, html), (_, value)) in markup.iter().zip(kwargs.iter()) {
            args.push((name, html.as_ref().map_or_else(|| Arg::from_value(value), Arg::Html)));
        }
        if args.iter().any(|(_, arg)| matches!(arg, Arg::Html(_))) {
            return Ok(Value::from_serializable(&self.html(id, &args)));
        }
        Ok(Value::from(self.say(id, &args)))
    }

    fn find(&self, id: &str) -> Option<(&Spoken, &Pattern)> {
        self.line.iter().find_map(|spoken| Some((spoken, spoken.messages.get(id)?)))
    }
}

fn unknown(id: &str) -> tera::Error {
    tera::Error::message(format!("no file of messages (i18n/) has `{id}`"))
}

impl Spoken {
    fn new(tag: &str, messages: &Messages) -> Self {
        let rules = |tag: &str| {
            let known = PluralRules::get_locales(PluralRuleType::CARDINAL);
            let language = known.into_iter().find(|known| known.to_string().eq_ignore_ascii_case(tag))?;
            PluralRules::create(language, PluralRuleType::CARDINAL).ok()
        };
        let primary = tag.split('-').next().unwrap_or(tag);
        let group = match messages.get("number-group").map(|pattern| &pattern.0[..]) {
            Some([crate::model::message::Piece::Text(sign)]) => sign.clone(),
            _ => String::new(),
        };
        Self { messages: messages.clone(), plurals: rules(tag).or_else(|| rules(primary)), group }
    }
}

/// A language with the words that postil brings.
#[cfg(test)]
pub(super) fn builtin(tag: &str) -> Language {
    let files = [
        ("en", include_str!("../../../../templates/i18n/en.ftl")),
        ("fr", include_str!("../../../../templates/i18n/fr.ftl")),
        ("ar", include_str!("../../../../templates/i18n/ar.ftl")),
    ];
    let messages = files.map(|(tag, text)| (tag.to_owned(), crate::model::message::read(text).0));
    Language::new(&Look { messages: messages.into(), ..Look::default() }, tag)
}

/// English, for tests.
#[cfg(test)]
pub(super) fn english() -> &'static Language {
    static ENGLISH: std::sync::LazyLock<Language> = std::sync::LazyLock::new(|| builtin("en"));
    &ENGLISH
}

#[cfg(test)]
mod tests;
