//! A draft as a person should see it before it is published: each value with its rule and line, what is unsure, what
//! was left out.

use super::draft::{Decision, Draft, Field};

/// Fields in the order of the report.
const FIELDS: [Field; 8] = [
    Field::Title,
    Field::Authors,
    Field::Outlet,
    Field::Via,
    Field::Published,
    Field::Modified,
    Field::Url,
    Field::Rights,
];

/// Characters of a dropped line that are shown.
const SHOWN: usize = 60;

/// Lines that are indented by two, with a newline at the end.
pub(super) fn write(draft: &Draft) -> String {
    let mut lines: Vec<String> = FIELDS.iter().filter_map(|field| value(draft, *field)).collect();
    lines.push(row("language", draft.language.as_deref().unwrap_or("unknown (write it instead of und)")));
    lines.push(row("unsure", &unsure(draft)));
    lines.extend(draft.decisions.iter().filter(|decision| decision.field == Field::Body).map(look));
    lines.extend(list("categories", &draft.categories));
    lines.extend(list("related", &draft.related));
    lines.extend(draft.attachments.iter().map(|file| row("keeps", &visible(&file.name))));
    lines.extend(draft.dropped.iter().map(|dropped| {
        row("dropped", &format!("{}({}): {}", place(dropped.line, dropped.last), dropped.rule, cut(&dropped.text)))
    }));
    lines.concat()
}

/// `title   The lamp is lit again (line above the byline, line 3; the same in feed trailer, line 40)`
fn value(draft: &Draft, field: Field) -> Option<String> {
    let mut decisions = draft.decisions.iter().filter(|decision| decision.field == field);
    let Some(first) = decisions.next() else {
        return draft.unsure.contains(&field).then(|| row(field.key(), "not stated in the text"));
    };
    let others: String = decisions.map(|other| compared(first, other)).collect();
    Some(row(field.key(), &format!("{} ({}{others})", visible(&first.value), first.place())))
}

fn compared(first: &Decision, other: &Decision) -> String {
    let place = other.place();
    if first.value == other.value {
        format!("; the same in {place}")
    } else {
        format!("; but {} in {place}", visible(&other.value))
    }
}

fn unsure(draft: &Draft) -> String {
    let keys: Vec<&str> = draft.unsure.iter().map(|field| field.key()).collect();
    if keys.is_empty() { "nothing".to_owned() } else { keys.join(", ") }
}

fn look(decision: &Decision) -> String {
    row("look at", &format!("{}({}): {}", place(decision.line, decision.line), decision.rule, cut(&decision.value)))
}

/// `line 4 `, `line 4-6 `, or nothing where the line is not known.
fn place(first: usize, last: usize) -> String {
    match first {
        0 => String::new(),
        _ if last > first => format!("line {first}-{last} "),
        _ => format!("line {first} "),
    }
}

fn list(name: &str, values: &[String]) -> Option<String> {
    (!values.is_empty()).then(|| row(name, &visible(&values.join(", "))))
}

fn row(name: &str, value: &str) -> String {
    format!("  {name:<11}{value}\n")
}

fn cut(text: &str) -> String {
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    visible(&shown)
}

/// Control characters and those that turn the writing direction would let a text write over the report.
#[must_use]
pub fn visible(text: &str) -> String {
    let hidden = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if hidden(c) { '\u{fffd}' } else { c }).collect()
}
