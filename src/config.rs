//! `postil.yaml`: what a site is called, how it looks, what it allows.

use std::path::Path;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diag::{Diagnostic, Diagnostics, Origin, SourceMap};
use crate::model::address::Address;
use crate::model::scale::{Preset, Scale, ScaleChoice};
use crate::text::is_language_tag;
use crate::yaml;

/// What an author writes in `postil.yaml`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
struct Fields {
    /// The site's name.
    title: String,
    /// One sentence about it.
    description: Option<String>,
    /// Its language, BCP 47.
    language: String,
    /// A folder of `themes/`, or a theme that postil brings.
    theme: Option<String>,
    /// Where it will be published.
    base_url: Option<Address>,
    /// Where its files are kept.
    repository: Option<Repository>,
    /// The verdicts that its notes may use.
    scale: Option<ScaleChoice>,
    /// Whether the site has a page that searches it; it has one where nothing is said.
    search: Option<bool>,
    /// How the site is read without a connection; `folder` where nothing is said.
    offline: Option<Offline>,
    /// Sizes that content may have.
    #[serde(default)]
    limits: LimitFields,
    /// Rules of `check` that are off where a site does not ask for them.
    #[serde(default)]
    rules: Vec<OptionalRule>,
}

/// How a site is read without a connection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Offline {
    /// As a folder that is opened from a disk.
    #[default]
    Folder,
    /// Also as an app that browsers install, which keeps the pages that were read.
    Pwa,
}

/// Rules of `check` that not every site can keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OptionalRule {
    /// Every address that is cited has an archived copy.
    UnarchivedSource,
}

/// Where a site's files are kept, for links to edit them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Repository {
    /// What kind of forge it is.
    pub forge: Forge,
    /// Its address.
    pub url: Address,
    /// The branch that is published.
    pub branch: String,
}

/// Forges, which differ in their addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Forge {
    /// GitHub.
    Github,
    /// GitLab.
    Gitlab,
    /// Forgejo and Gitea.
    Forgejo,
}

#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
struct LimitFields {
    /// Bytes of one note's file.
    note_bytes: Option<usize>,
    /// Bytes of one article's file.
    article_bytes: Option<usize>,
}

/// Sizes that content may have; above them a file is refused. Defaults follow what real notes and articles need, with
/// a factor of ten and more to spare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one note, claim, topic and the like: 64 KiB.
    pub note_bytes: usize,
    /// Bytes of one article or page: 64 MiB.
    pub article_bytes: usize,
    /// Characters of one quote: 10,000.
    pub quote_characters: usize,
    /// Maps and lists inside each other in YAML: 16.
    pub yaml_depth: usize,
    /// Values in one YAML text: 20,000.
    pub yaml_nodes: usize,
    /// Blocks and inline elements inside each other in an article: 100. Deeper ones are flattened.
    pub article_nesting: usize,
    /// The same in a note: 32.
    pub note_nesting: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            note_bytes: 64 << 10,
            article_bytes: 64 << 20,
            quote_characters: 10_000,
            yaml_depth: 16,
            yaml_nodes: 20_000,
            article_nesting: 100,
            note_nesting: 32,
        }
    }
}

/// Where the words of a scale come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleOrigin {
    /// postil brings it.
    Preset,
    /// The site wrote it.
    Own,
}

/// A site's settings.
#[derive(Clone, Debug)]
pub struct Config {
    /// The site's name.
    pub title: String,
    /// One sentence about it, or empty.
    pub description: String,
    /// Its language, BCP 47.
    pub language: String,
    /// The theme's name.
    pub theme: String,
    /// Where it will be published; ends in `/`. Used only where a format demands an absolute address.
    pub base_url: Option<Address>,
    /// Where its files are kept.
    pub repository: Option<Repository>,
    /// The verdicts that its notes may use.
    pub scale: Scale,
    /// Whether they are a scale of the site's own, whose words stand in `postil.yaml`, or a preset, whose words pages
    /// have in their language.
    pub scale_origin: ScaleOrigin,
    /// Whether the site has a page that searches it.
    pub search: bool,
    /// How it is read without a connection.
    pub offline: Offline,
    /// Sizes that content may have.
    pub limits: Limits,
    /// Rules of `check` that the site asks for.
    pub rules: Vec<OptionalRule>,
}

/// The theme that a site has where it names none.
pub const DEFAULT_THEME: &str = "folio";

/// Reads the text of a `postil.yaml`; `None` where it can't be used, with the reasons in `diagnostics`.
#[must_use]
pub fn read(path: &Path, text: &str, sources: &mut SourceMap, diagnostics: &mut Diagnostics) -> Option<Config> {
    let source = sources.add(path.to_string_lossy(), text);
    let limits = Limits::default();
    let reader = yaml::Reader::<Fields>::new("postil.yaml", limits.yaml(limits.note_bytes));
    let fields = reader.read(sources, source, 0..text.len(), diagnostics)?;
    if !is_language_tag(&fields.language) {
        let message = format!("`{}` is no language tag (BCP 47), such as `en`, `pt-BR` or `zh-Hans`", fields.language);
        let place = yaml::place(sources, &Origin::new(source, 0..text.len()), "language");
        diagnostics.push(Diagnostic::error("bad-value", message).at(place));
    }
    Some(Config::from(fields))
}

impl Limits {
    /// The limits of a YAML text of at most so many bytes.
    #[must_use]
    pub fn yaml(&self, bytes: usize) -> yaml::Limits {
        yaml::Limits { bytes, depth: self.yaml_depth, nodes: self.yaml_nodes }
    }
}

impl From<Fields> for Config {
    fn from(fields: Fields) -> Self {
        let limits = Limits::default();
        Self {
            title: fields.title,
            description: fields.description.unwrap_or_default(),
            language: fields.language,
            theme: fields.theme.unwrap_or_else(|| DEFAULT_THEME.into()),
            base_url: fields.base_url.map(|url| with_slash(&url)),
            repository: fields.repository,
            scale_origin: match fields.scale {
                Some(ScaleChoice::Own(_)) => ScaleOrigin::Own,
                Some(ScaleChoice::Preset(_)) | None => ScaleOrigin::Preset,
            },
            scale: match fields.scale {
                None => Preset::Plain.scale(),
                Some(ScaleChoice::Preset(preset)) => preset.scale(),
                Some(ScaleChoice::Own(scale)) => scale,
            },
            search: fields.search.unwrap_or(true),
            offline: fields.offline.unwrap_or_default(),
            limits: Limits {
                note_bytes: fields.limits.note_bytes.unwrap_or(limits.note_bytes),
                article_bytes: fields.limits.article_bytes.unwrap_or(limits.article_bytes),
                ..limits
            },
            rules: fields.rules,
        }
    }
}

/// An address that ends in `/`, so that paths can be appended.
#[must_use]
pub fn with_slash(url: &Address) -> Address {
    if url.as_str().ends_with('/') {
        return url.clone();
    }
    Address::parse(&format!("{url}/")).unwrap_or_else(|_| url.clone())
}
