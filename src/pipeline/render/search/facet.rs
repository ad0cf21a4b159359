//! By what hits can be narrowed: kind, verdict, outlet, stance, topic, year. All of it in one file, since every answer
//! counts them.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::context::Contexts;
use super::code::push_str;
use crate::model::article::Article;
use crate::model::id::Id;
use crate::model::library::Library;
use crate::model::site::Thing;
use crate::model::vocabulary::{NoteKind, StanceLabel};

/// The year that stands for 1 in the index; earlier ones and none are 0.
const YEAR_ZERO: i16 = 1000;

/// What the numbers of facets mean, and those of each unit.
pub(super) struct Facets {
    /// For the root of the index.
    pub(super) names: Value,
    /// For each unit kind, year, outlet, verdict, topics and stances with their counts before them; of an article also
    /// how many notes it has, and of each kind and verdict in one number. 0 is none; the others count from 1.
    pub(super) packed: String,
}

type Stances<'a> = BTreeMap<(&'a Id, StanceLabel), usize>;

/// The facets of all units.
pub(super) fn facets(cx: &Contexts<'_>, units: &[Thing]) -> Facets {
    let library = cx.library();
    let mut stances = Stances::new();
    for stance in library.articles.iter().flat_map(|article| &article.front.stance) {
        stances.entry((&stance.toward, stance.label)).or_default();
    }
    for (number, value) in (1..).zip(stances.values_mut()) {
        *value = number;
    }
    let mut packer = Packer { cx, library, stances, packed: String::new() };
    for &unit in units {
        packer.unit(unit);
    }
    Facets { names: packer.names(), packed: packer.packed }
}

struct Packer<'a> {
    cx: &'a Contexts<'a>,
    library: &'a Library,
    stances: Stances<'a>,
    packed: String,
}

impl<'a> Packer<'a> {
    fn names(&self) -> Value {
        let kinds = NoteKind::ALL
            .iter()
            .map(|kind| [kind.id().to_owned(), self.cx.name("kind", kind.id()), kind.icon().to_owned()]);
        let levels = self.cx.scale.levels.iter();
        let stance = |(toward, label): &(&Id, StanceLabel)| {
            let target = self.cx.site.topic_or_claim(toward).map_or(toward.as_str(), |thing| self.library.label(thing));
            [self.cx.name("stance", label.id()), target.to_owned()]
        };
        json!({
            "kinds": kinds.collect::<Vec<_>>(),
            "verdicts": levels.map(|l| [l.id.as_str(), &l.label, &l.icon, l.tone.id()]).collect::<Vec<_>>(),
            "outlets": self.library.outlets.iter().map(|o| [o.id.as_str(), &o.fields.name]).collect::<Vec<_>>(),
            "topics": self.library.topics.iter().map(|t| [t.id.as_str(), &t.fields.label]).collect::<Vec<_>>(),
            "stances": self.stances.keys().map(stance).collect::<Vec<_>>(),
        })
    }

    fn unit(&mut self, unit: Thing) {
        let library = self.library;
        match unit {
            Thing::Article(i) => self.article(&library.articles[i]),
            Thing::Claim(i) => {
                let claim = &library.claims.at(i).fields;
                let verdict = self.verdict(claim.verdict.as_ref());
                let year = claim.date.map_or(0, |date| year(date.year()));
                self.head(1, year, 0, verdict, &topics(library, &claim.topics));
                self.numbers(&[0]);
            }
            Thing::Topic(i) => {
                self.head(2, 0, 0, 0, &[i + 1]);
                self.numbers(&[0]);
            }
            _ => {
                self.head(3, 0, 0, 0, &[]);
                self.numbers(&[0]);
            }
        }
    }

    fn article(&mut self, article: &'a Article) {
        let front = &article.front;
        let year = front.source.published.map_or(0, |date| year(date.year()));
        let outlet = front.source.outlet.as_ref().and_then(|id| self.library.outlets.index(id.as_str()));
        self.head(0, year, outlet.map_or(0, |i| i + 1), 0, &topics(self.library, &front.topics));
        let stances = front.stance.iter().filter_map(|s| self.stances.get(&(&s.toward, s.label)));
        let mut stances: Vec<usize> = stances.copied().collect();
        stances.sort_unstable();
        stances.dedup();
        self.list(&stances);
        self.numbers(&[article.notes.len()]);
        for note in &article.notes {
            let kind = NoteKind::ALL.iter().position(|&kind| kind == note.fields.kind).unwrap_or(0);
            let verdict = self.verdict(note.fields.verdict.as_ref());
            self.numbers(&[verdict * NoteKind::ALL.len() + kind]);
        }
    }

    fn head(&mut self, kind: usize, year: usize, outlet: usize, verdict: usize, topics: &[usize]) {
        self.numbers(&[kind, year, outlet, verdict]);
        self.list(topics);
    }

    fn list(&mut self, list: &[usize]) {
        self.numbers(&[list.len()]);
        self.numbers(list);
    }

    fn numbers(&mut self, numbers: &[usize]) {
        for &number in numbers {
            push_str(&mut self.packed, number);
        }
    }

    fn verdict(&self, id: Option<&Id>) -> usize {
        id.and_then(|id| self.cx.scale.levels.iter().position(|l| l.id == *id)).map_or(0, |i| i + 1)
    }
}

fn year(year: i16) -> usize {
    usize::try_from(year - YEAR_ZERO).unwrap_or(0)
}

fn topics(library: &Library, ids: &[Id]) -> Vec<usize> {
    let mut topics: Vec<usize> = ids.iter().filter_map(|id| library.topics.index(id.as_str())).map(|i| i + 1).collect();
    topics.sort_unstable();
    topics.dedup();
    topics
}
