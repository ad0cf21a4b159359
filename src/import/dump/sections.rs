//! Copies from an encyclopedia: a table of contents, and a link to edit behind each heading.

use std::collections::HashSet;

use super::boilerplate::dropped;
use super::lines::{Line, Mark, Source};
use crate::import::draft::Dropped;

#[rustfmt::skip]
const EDIT: &[&str] = &[
    "[edit]", "[edit source]", "[edit | edit source]", "[Bearbeiten]", "[Bearbeiten | Quelltext bearbeiten]", "[modifier]", "[modifier | modifier le code]", "[editar]", "[editar código]", "[editar | editar código-fonte]", "[modifica]", "[modifica | modifica wikitesto]",
    "[bewerken]", "[bewerken | brontekst bewerken]", "[edytuj]", "[edytuj | edytuj kod]", "[править]", "[править | править код]", "[ред.]", "[ред. | ред. код]", "[değiştir]", "[değiştir | kaynağı değiştir]", "[عدل]", "[ویرایش]", "[עריכה]", "[עריכת קוד מקור | עריכה]", "[编辑]", "[編輯]", "[編集]", "[ソースを編集]", "[편집]", "[επεξεργασία]", "[redigera]", "[rediger]", "[muokkaa]", "[editovat]", "[sunting]", "[sunting | sunting sumber]",
];

const CONTENTS: &[&str] = &[
    "contents",
    "table of contents",
    "contents hide",
    "contents [hide]",
    "inhaltsverzeichnis",
    "sommaire",
    "índice",
    "indice",
    "inhoud",
    "spis treści",
    "содержание",
    "зміст",
    "i̇çindekiler",
    "içindekiler",
    "المحتويات",
    "محتویات",
    "תוכן עניינים",
    "目录",
    "目錄",
    "目次",
    "목차",
    "περιεχόμενα",
    "innehåll",
    "indhold",
    "innhold",
    "sisällys",
    "obsah",
    "daftar isi",
];

/// Names of the sections with which entries end.
#[rustfmt::skip]
const LAST: &[&str] = &[
    "see also", "references", "notes", "external links", "further reading", "bibliography", "sources", "siehe auch", "einzelnachweise", "weblinks", "literatur", "anmerkungen", "voir aussi", "notes et références", "références", "liens externes", "bibliographie", "articles connexes", "véase también", "referencias", "enlaces externos", "bibliografía", "ver também", "referências", "ligações externas", "voci correlate", "note", "collegamenti esterni", "bibliografia",
    "zie ook", "externe links", "zobacz też", "przypisy", "linki zewnętrzne", "см. также", "примечания", "ссылки", "литература", "див. також", "примітки", "посилання", "ayrıca bakınız", "kaynakça", "dış bağlantılar", "انظر أيضا", "انظر أيضًا", "مراجع", "وصلات خارجية", "جستارهای وابسته", "منابع", "ראו גם", "הערות שוליים", "קישורים חיצוניים", "参见", "參見", "参考文献", "參考文獻", "外部链接", "外部連結", "関連項目", "脚注", "外部リンク", "같이 보기", "각주", "외부 링크", "δείτε επίσης", "παραπομπές", "se även", "se også", "referenser", "referencer", "referanser", "katso myös", "lähteet", "reference", "související články", "lihat pula", "referensi",
];

/// Takes the links and the table of contents out, and marks the headings that they name.
pub(super) fn mark(source: &mut Source) {
    let mut named: HashSet<String> = HashSet::new();
    let mut lines: Vec<Line> = Vec::with_capacity(source.lines.len());
    let mut within = false;
    for mut line in std::mem::take(&mut source.lines) {
        if CONTENTS.contains(&line.text.to_lowercase().as_str()) {
            within = true;
            source.dropped.push(dropped(&line, "table of contents"));
            continue;
        }
        if let Some(name) = entry(&line.text).filter(|_| within) {
            named.insert(name.to_owned());
            source.dropped.push(dropped(&line, "table of contents"));
            continue;
        }
        within = false;
        if let Some((words, link)) = linked(&line.text) {
            source.dropped.push(Dropped {
                line: line.number,
                last: line.last,
                text: link.to_owned(),
                rule: "edit link",
            });
            line.text.truncate(words.len());
            line.mark = Mark::Heading;
        } else if named.contains(&line.text) {
            line.mark = Mark::Heading;
        }
        lines.push(line);
    }
    if lines.iter().any(|line| line.mark == Mark::Heading) {
        let last = |line: &&mut Line| LAST.contains(&line.text.to_lowercase().as_str());
        lines.iter_mut().filter(last).for_each(|line| line.mark = Mark::Heading);
    }
    restore(source, &mut lines, named.len());
    source.lines = lines;
}

/// A heading "Contents" without entries below is a heading like another.
fn restore(source: &mut Source, lines: &mut Vec<Line>, entries: usize) {
    let Some(at) =
        source.dropped.iter().position(|dropped| dropped.rule == "table of contents").filter(|_| entries == 0)
    else {
        return;
    };
    let heading = source.dropped.remove(at);
    let index = lines.partition_point(|line| line.number < heading.line);
    let line = Line {
        number: heading.line,
        last: heading.last,
        gap: 1,
        indent: 0,
        text: heading.text,
        cells: Vec::new(),
        mark: Mark::None,
    };
    lines.insert(index, line);
    restore(source, lines, entries);
}

/// The heading in `2.1 On islands`.
fn entry(text: &str) -> Option<&str> {
    let (number, name) = text.split_once([' ', '\u{a0}'])?;
    let counted =
        number.starts_with(|c: char| c.is_ascii_digit()) && number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    counted.then(|| name.trim())
}

/// The heading and the link to edit behind it.
fn linked(text: &str) -> Option<(&str, &str)> {
    EDIT.iter().find_map(|link| {
        let words = text.strip_suffix(link)?.trim_end();
        (!words.is_empty()).then(|| (words, &text[text.len() - link.len()..]))
    })
}
