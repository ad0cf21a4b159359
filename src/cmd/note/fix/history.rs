//! The text on which each note was made, where git has it, and what the way from there to the text of today says of the
//! note's place.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::path::Path;

use crate::cmd::carry::known::{Known, When, Why, as_it_stood};
use crate::cmd::carry::subject::Subject;
use crate::cmd::past::{Past, Version};
use crate::config::Config;
use crate::model::library::Library;
use crate::pipeline::anchor::{Revision, Text};
use crate::pipeline::parse;

/// The past of the site's articles.
pub(super) struct History<'a> {
    library: &'a Library,
    config: &'a Config,
    past: Option<Past>,
}

impl<'a> History<'a> {
    /// The history of the site at `root`; without git it knows nothing. Gives also why git can't be asked.
    pub(super) fn of(root: &Path, library: &'a Library, config: &'a Config) -> (Self, Option<anyhow::Error>) {
        let (past, error) = match Past::at(root) {
            Ok(past) => (Some(past), None),
            Err(error) => (None, Some(error)),
        };
        (Self { library, config, past }, error)
    }

    /// What is known of each of one article's quotes.
    ///
    /// # Errors
    /// When git ends while it is asked.
    pub(super) fn known(&mut self, subjects: &[Subject<'_>], new: &Text<'_>) -> anyhow::Result<Vec<Known>> {
        let mut known = vec![Known::Nothing(Why::NotNeeded); subjects.len()];
        let doubtful = (0..subjects.len()).filter(|&i| !subjects[i].is_sure() && !subjects[i].is_given_up());
        let doubtful: Vec<usize> = doubtful.collect();
        let (Some(first), Some(past)) = (doubtful.first(), self.past.as_mut()) else {
            for i in doubtful {
                known[i] = Known::Nothing(Why::NoGit);
            }
            return Ok(known);
        };
        let file = self.library.sources.path(subjects[*first].article.origin.source);
        // A repository without a commit has no versions either.
        let versions = past.versions(file).unwrap_or_default();
        let none = if past.shallow { Why::Shallow } else { Why::InNone(versions.len()) };
        let none = if versions.is_empty() { Why::NotCommitted } else { none };
        let mut texts =
            Texts { past, plain: vec![None; versions.len()], versions, library: self.library, config: self.config };
        let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for i in doubtful {
            known[i] = Known::Nothing(none);
            if let Some(version) = texts.made_on(&subjects[i])? {
                found.entry(version).or_default().push(i);
            }
        }
        for (number, quotes) in found {
            let (version, old) = (&texts.versions[number], Text::new(texts.known(number)));
            let revision = Revision::new(&old, new);
            for i in quotes {
                let when =
                    When::Commit { commit: version.commit.chars().take(7).collect(), date: version.date.clone() };
                known[i] = Known::Old(when, revision.place(as_it_stood(subjects[i].quote(), &old)));
            }
        }
        Ok(known)
    }
}

/// The plain texts of an article's versions, each made when it is first asked for.
struct Texts<'a> {
    past: &'a mut Past,
    versions: Vec<Version>,
    /// `None` until it is asked for; empty where the version holds none.
    plain: Vec<Option<String>>,
    library: &'a Library,
    config: &'a Config,
}

impl Texts<'_> {
    /// The number of the version that a note was made on.
    fn made_on(&mut self, subject: &Subject<'_>) -> anyhow::Result<Option<usize>> {
        let sources = &self.library.sources;
        let lines: Vec<RangeInclusive<usize>> = subject.lines(sources);
        let order = self.past.likeliest(&self.versions, sources.path(subject.origin.source), &lines)?;
        for number in order {
            self.read(number)?;
            if Text::new(self.known(number)).exactly(subject.quote()).is_some() {
                return Ok(Some(number));
            }
        }
        Ok(None)
    }

    fn read(&mut self, number: usize) -> anyhow::Result<()> {
        if self.plain[number].is_none() {
            let file = self.past.text(&self.versions[number], self.config.limits.article_bytes)?;
            let text = file.and_then(|file| parse::plain_text(&file, self.library, self.config));
            self.plain[number] = Some(text.map(|text| text.as_str().to_owned()).unwrap_or_default());
        }
        Ok(())
    }

    fn known(&self, number: usize) -> &str {
        self.plain[number].as_deref().unwrap_or_default()
    }
}
