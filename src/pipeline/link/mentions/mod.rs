//! Words that name topics: labels and aliases found in the articles' texts.
//!
//! [`names`] has the names of all topics in one automaton (Aho–Corasick: one walk over a text finds all), [`reading`] the
//! form in which a text is searched, [`case`] and [`edges`] say what is no name though its letters are, [`zones`] where
//! a name may become a link. Of overlapping names the first and longest counts; what names two topics names none.

mod case;
mod edges;
mod names;
mod reading;
mod zones;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rayon::prelude::*;

use self::case::CaseFit;
use self::edges::Candidate;
use self::names::{Name, Names};
use self::reading::Reading;
use self::zones::{Zone, Zones};
use crate::model::article::Article;
use crate::model::library::Library;
use crate::model::mention::{Mention, MentionPlace};
use crate::model::site::{ArticleLinks, Href, Links, Thing};
use crate::text::TextRange;

/// The word in `skip_mentions` that stands for all topics.
const ALL: &str = "all";

/// Fills what `links` says of mentions; [`Links::articles`] and [`Links::newest`] must be there.
pub(super) fn fill(links: &mut Links, library: &Library) {
    let names = Names::new(&library.topics);
    let of = |(article, links): (&Article, &ArticleLinks)| of_article(article, links, library, &names);
    let mentions: Vec<Vec<Mention>> = library.articles.par_iter().zip(links.articles.par_iter()).map(of).collect();
    links.topic_mentions = library.topics.iter().map(|_| Vec::new()).collect();
    for &article in &links.newest {
        for topic in mentions[article].iter().map(|mention| mention.topic).collect::<BTreeSet<_>>() {
            links.topic_mentions[topic].push(article);
        }
    }
    links.mentions = mentions;
    links.shared_names = names.shared();
}

/// A name's words, before their place is known.
struct Found {
    topic: usize,
    range: TextRange,
    zone: Zone,
    /// The number of the author's link that it is.
    link: Option<u32>,
}

fn of_article(article: &Article, links: &ArticleLinks, library: &Library, names: &Names) -> Vec<Mention> {
    let mut found = set_by_author(article, links);
    let linked: BTreeSet<usize> = found.iter().map(|found| found.topic).collect();
    let taken: Vec<TextRange> = found.iter().map(|found| found.range).collect();
    let free = |range: TextRange| {
        let next = taken.partition_point(|taken| taken.end <= range.start);
        taken.get(next).is_none_or(|taken| range.end <= taken.start)
    };
    let listed = article.front.topics.iter().filter_map(|id| library.topics.index(id.as_str()));
    let sure: BTreeSet<usize> = linked.iter().copied().chain(listed).collect();
    if !article.front.skip_mentions.iter().any(|id| id.as_str() == ALL) {
        let skipped = article.front.skip_mentions.iter().filter_map(|id| library.topics.index(id.as_str())).collect();
        let look = Look { article, names, skipped, zones: Zones::new(&article.body) };
        found.extend(look.found(sure).into_iter().filter(|found| free(found.range)));
    }
    found.sort_by_key(|found| found.range.start);
    placed(&found, linked)
}

/// The author's own links to topics: explicit mentions, whatever is looked for.
fn set_by_author(article: &Article, links: &ArticleLinks) -> Vec<Found> {
    let link = |(number, href): (usize, &Href)| {
        let Href::Page { thing: Thing::Topic(topic), .. } = *href else { return None };
        let range = article.body.links[number].text;
        let found = Found { topic, range, zone: Zone::Bare, link: u32::try_from(number).ok() };
        (!range.is_empty()).then_some(found)
    };
    links.body.iter().enumerate().filter_map(link).collect()
}

/// Gives each mention its place; `linked` are the topics that the author linked to.
fn placed(found: &[Found], linked: BTreeSet<usize>) -> Vec<Mention> {
    let (mut author, mut first) = (BTreeSet::new(), linked);
    let place = |found: &Found| {
        let place = match (found.link, found.zone) {
            (Some(number), _) if author.insert(found.topic) => MentionPlace::Link(number),
            (None, Zone::Open(_)) if first.insert(found.topic) => MentionPlace::First,
            (None, Zone::Bare | Zone::Closed) => MentionPlace::Bare,
            _ => MentionPlace::Later,
        };
        Mention { topic: found.topic, range: found.range, place }
    };
    found.iter().map(place).collect()
}

/// Looks for names in one article.
struct Look<'a> {
    article: &'a Article,
    names: &'a Names,
    skipped: BTreeSet<usize>,
    zones: Zones,
}

/// A name that stands at a place, edges and case judged.
struct Standing {
    start: usize,
    end: usize,
    /// The topic that it names; none where it only keeps others from being found inside it.
    topic: Option<usize>,
    /// Whether it counts only where the topic is known to be meant.
    doubtful: bool,
}

impl Look<'_> {
    /// All names, doubtful ones only of topics that are `sure` or have another mention.
    fn found(&self, mut sure: BTreeSet<usize>) -> Vec<Found> {
        let reading = Reading::new(self.article.body.text.as_str());
        let mut found: Vec<(Found, bool)> = Vec::new();
        for standing in self.longest(&reading) {
            let range = reading.range(standing.start, standing.end);
            let zone = self.zones.of(range);
            if let Some(topic) = standing.topic.filter(|_| zone != Zone::Closed) {
                found.push((Found { topic, range, zone, link: None }, standing.doubtful));
            }
        }
        sure.extend(found.iter().filter(|(_, doubtful)| !doubtful).map(|(found, _)| found.topic));
        let kept = found.into_iter().filter(|(found, doubtful)| !doubtful || sure.contains(&found.topic));
        kept.map(|(found, _)| found).collect()
    }

    /// The names that stand in the text without those inside or across an earlier or longer one.
    fn longest(&self, reading: &Reading<'_>) -> Vec<Standing> {
        let language = self.article.front.language.to_ascii_lowercase();
        let language = language.split('-').next().unwrap_or_default();
        let (mut standing, mut ordinary) = (Vec::new(), BTreeSet::new());
        for (pattern, start, end) in self.names.find(reading.plain()) {
            let candidate = Candidate { reading, language, start, end };
            match self.judge(candidate, self.names.of(pattern)) {
                Judged::Name(found) => standing.push((pattern, found)),
                Judged::OrdinaryWord => drop(ordinary.insert(pattern)),
                Judged::Nothing => {}
            }
        }
        // At the beginning of a sentence `Rose` may be what `rose` is elsewhere in the text.
        let plain = reading.plain();
        standing.retain(|(pattern, found)| !(ordinary.contains(pattern) && begins_sentence(plain, found.start)));
        standing.sort_by_key(|(_, found)| (found.start, Reverse(found.end)));
        let mut behind = 0;
        let first = |(_, found): &(usize, Standing)| {
            let free = found.start >= behind;
            behind = if free { found.end } else { behind };
            free
        };
        standing.into_iter().filter(first).map(|(_, found)| found).collect()
    }

    fn judge(&self, candidate: Candidate<'_>, names: &[Name]) -> Judged {
        if !candidate.ends() {
            return Judged::Nothing;
        }
        let words = candidate.reading.cased(candidate.start, candidate.end);
        let mut fits = Vec::new();
        let mut ordinary = false;
        for name in names {
            let Some(start) = candidate.begins(name.article) else { continue };
            match case::fit(&name.folded, words, name.capitals) {
                Some(fit) => fits.push((name, start, fit)),
                None => ordinary |= words.starts_with(char::is_lowercase),
            }
        }
        let Some(start) = fits.iter().map(|(_, start, _)| *start).min() else {
            return if ordinary { Judged::OrdinaryWord } else { Judged::Nothing };
        };
        // A line break in the text parts blocks; one in the file is a space.
        let across = candidate.reading.written(candidate.start, candidate.end).contains('\n');
        if across || candidate.is_in_address() {
            return Judged::Nothing;
        }
        let looked_for =
            |(name, ..): &&(&Name, usize, CaseFit)| name.wanted && !self.skipped.contains(&name.owner.topic);
        let mut wanted = fits.iter().filter(looked_for);
        let only = wanted.next().filter(|(first, ..)| wanted.all(|(name, ..)| name.owner.topic == first.owner.topic));
        let doubtful = only.is_some_and(|(name, _, fit)| is_doubtful(candidate, name, *fit));
        let topic = only.map(|(name, ..)| name.owner.topic);
        Judged::Name(Standing { start, end: candidate.end, topic, doubtful })
    }
}

enum Judged {
    /// A name, if only one that keeps shorter ones from being found inside it.
    Name(Standing),
    /// The letters of a name, but written as an ordinary word is.
    OrdinaryWord,
    Nothing,
}

/// Whether capitals say nothing: `ROSE` for the name `Rose`, and `US` in a line that is all in capitals.
fn is_doubtful(candidate: Candidate<'_>, name: &Name, fit: CaseFit) -> bool {
    let shouted = fit == CaseFit::Shouted && !name.folded.contains(' ');
    shouted || case::is_acronym(&name.folded) && is_shouted_around(candidate)
}

/// How far around an acronym its line is looked at, in bytes: a headline's length.
const HEADLINE: usize = 120;

/// Whether the line around has letters beside these words, all capitals.
fn is_shouted_around(candidate: Candidate<'_>) -> bool {
    let Candidate { reading, start, end, .. } = candidate;
    let plain = reading.plain();
    let floor = (start.saturating_sub(HEADLINE)..=start).find(|&at| plain.is_char_boundary(at)).unwrap_or(start);
    let roof = (end..=(end + HEADLINE).min(plain.len())).rev().find(|&at| plain.is_char_boundary(at)).unwrap_or(end);
    let before = reading.written(floor, start).rsplit('\n').next().unwrap_or_default();
    let after = reading.written(end, roof).split('\n').next().unwrap_or_default();
    let letters = || before.chars().chain(after.chars()).filter(|c| c.is_lowercase() || c.is_uppercase());
    letters().count() > 1 && letters().all(char::is_uppercase)
}

/// Whether the byte is behind the end of a sentence or at the beginning of the text, quotation marks and brackets not
/// counted. (A line break between blocks is a space here; headings seldom end with a full stop, and are passed over.)
fn begins_sentence(plain: &str, at: usize) -> bool {
    let before = plain[..at].trim_end_matches(|c: char| c.is_whitespace() || "\"'([{*".contains(c));
    before.chars().next_back().is_none_or(|c| ".!?…:".contains(c))
}
