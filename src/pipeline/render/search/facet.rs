//! By what hits can be narrowed: kind, verdict, outlet, stance, topic, year. All of it in one file, since every answer
//! counts them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::super::context::Contexts;
use super::code::push_str;
use crate::model::article::Article;
use crate::model::date::Date;
use crate::model::id::Id;
use crate::model::library::Library;
use crate::model::site::Thing;
use crate::model::vocabulary::{NoteKind, StanceLabel};

/// What the numbers of facets mean, and those of each unit. 0 is none; they count from 1, but for kinds.
pub(super) struct Facets {
    /// For the root of the index.
    pub(super) names: Value,
    /// One column behind the other, since what is alike packs well.
    pub(super) packed: String,
}

/// For each unit a number in each column. Behind the counts of topics and of stances stand these of all units, behind the
/// counts of notes for each note its kind and verdict in one number.
#[derive(Default)]
struct Columns {
    kinds: String,
    years: String,
    outlets: String,
    verdicts: String,
    topic_counts: String,
    topics: String,
    stance_counts: String,
    stances: String,
    note_counts: String,
    notes: String,
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
    let years: BTreeSet<i16> = units.iter().filter_map(|&unit| year(library, unit)).collect();
    let years = years.into_iter().collect();
    let mut packer = Packer { cx, library, stances, years, columns: Columns::default() };
    for &unit in units {
        packer.unit(unit);
    }
    Facets { names: packer.names(), packed: packer.columns.packed() }
}

/// The year that a unit is about.
fn year(library: &Library, unit: Thing) -> Option<i16> {
    let date = match unit {
        Thing::Article(i) => library.articles[i].front.source.published,
        Thing::Claim(i) => library.claims.at(i).fields.date,
        _ => None,
    };
    date.map(Date::year)
}

struct Packer<'a> {
    cx: &'a Contexts<'a>,
    library: &'a Library,
    stances: Stances<'a>,
    /// The years that units are of, in order.
    years: Vec<i16>,
    columns: Columns,
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
            "years": self.years,
        })
    }

    fn unit(&mut self, unit: Thing) {
        let library = self.library;
        let year = year(library, unit).and_then(|year| self.years.binary_search(&year).ok());
        push_str(&mut self.columns.years, year.map_or(0, |at| at + 1));
        match unit {
            Thing::Article(i) => self.article(&library.articles[i]),
            Thing::Claim(i) => {
                let claim = &library.claims.at(i).fields;
                let verdict = self.verdict(claim.verdict.as_ref());
                self.columns.unit(1, 0, verdict, &topics(library, &claim.topics), &[]);
            }
            Thing::Topic(i) => self.columns.unit(2, 0, 0, &[i + 1], &[]),
            _ => self.columns.unit(3, 0, 0, &[], &[]),
        }
    }

    fn article(&mut self, article: &'a Article) {
        let front = &article.front;
        let outlet = front.source.outlet.as_ref().and_then(|id| self.library.outlets.index(id.as_str()));
        let stances = front.stance.iter().filter_map(|s| self.stances.get(&(&s.toward, s.label)).copied());
        let stances = in_order(stances.collect());
        self.columns.unit(0, outlet.map_or(0, |i| i + 1), 0, &topics(self.library, &front.topics), &stances);
        push_str(&mut self.columns.note_counts, article.notes.len());
        for note in &article.notes {
            let kind = NoteKind::ALL.iter().position(|&kind| kind == note.fields.kind).unwrap_or(0);
            let verdict = self.verdict(note.fields.verdict.as_ref());
            push_str(&mut self.columns.notes, verdict * NoteKind::ALL.len() + kind);
        }
    }

    fn verdict(&self, id: Option<&Id>) -> usize {
        id.and_then(|id| self.cx.scale.levels.iter().position(|l| l.id == *id)).map_or(0, |i| i + 1)
    }
}

impl Columns {
    fn unit(&mut self, kind: usize, outlet: usize, verdict: usize, topics: &[usize], stances: &[usize]) {
        push_str(&mut self.kinds, kind);
        push_str(&mut self.outlets, outlet);
        push_str(&mut self.verdicts, verdict);
        let lists =
            [(&mut self.topic_counts, &mut self.topics, topics), (&mut self.stance_counts, &mut self.stances, stances)];
        for (counts, values, list) in lists {
            push_str(counts, list.len());
            for &value in list {
                push_str(values, value);
            }
        }
    }

    /// `search.js` reads them in this order (`Index`); only articles, the first of all units, have notes.
    fn packed(self) -> String {
        let Self { kinds, years, outlets, verdicts, topic_counts, topics, stance_counts, stances, note_counts, notes } =
            self;
        [kinds, years, outlets, verdicts, topic_counts, topics, stance_counts, stances, note_counts, notes].concat()
    }
}

fn topics(library: &Library, ids: &[Id]) -> Vec<usize> {
    in_order(ids.iter().filter_map(|id| library.topics.index(id.as_str())).map(|i| i + 1).collect())
}

fn in_order(mut values: Vec<usize>) -> Vec<usize> {
    values.sort_unstable();
    values.dedup();
    values
}
