//! The head of a mail that was copied with its text: its subject is the title, its date the day.

use super::boilerplate::dropped;
use super::lines::{Line, Source};

/// Lines within which the head stands.
const REACH: usize = 12;

#[rustfmt::skip]
const SUBJECT: &[&str] = &["subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp", "temat", "тема", "konu", "الموضوع", "موضوع", "נושא", "主题", "主旨", "件名", "제목", "θέμα", "ämne", "emne", "aihe", "předmět", "subjek", "tárgy", "subiect"];
#[rustfmt::skip]
const OTHERS: &[&str] = &["from", "to", "cc", "bcc", "reply-to", "von", "an", "de", "à", "para", "da", "a", "van", "aan", "od", "do", "от", "кому", "від", "kimden", "kime", "من", "إلى", "מאת", "אל", "发件人", "收件人", "寄件者", "收件者", "差出人", "宛先", "보낸사람", "받는사람", "από", "προς", "från", "till", "fra", "til", "lähettäjä", "vastaanottaja", "komu", "dari", "kepada", "list-unsubscribe", "mime-version", "content-type"];

/// Makes the subject the first line, and takes out who wrote to whom. A text without a subject has no such head.
pub(super) fn strip(source: &mut Source) {
    let within = source.lines.len().min(REACH);
    let Some(at) = source.lines[..within].iter().position(|line| value(line, SUBJECT).is_some()) else {
        return;
    };
    // A subject far below other text is of another mail, quoted.
    if source.lines[..at].iter().any(|line| line.text.split_once([':', '：']).is_none()) {
        return;
    }
    let mut subject = source.lines.remove(at);
    subject.text = value(&subject, SUBJECT).unwrap_or_default();
    let head = source.lines.iter().take_while(|line| line.text.contains([':', '：'])).count().min(REACH);
    for index in (0..head).rev() {
        if value(&source.lines[index], OTHERS).is_some() {
            let line = source.lines.remove(index);
            source.dropped.push(dropped(&line, "mail head"));
        }
    }
    source.lines.insert(0, subject);
}

fn value(line: &Line, labels: &[&str]) -> Option<String> {
    let (label, value) = line.text.split_once([':', '：'])?;
    let value = value.trim();
    (labels.contains(&label.trim().to_lowercase().as_str()) && !value.is_empty()).then(|| value.to_owned())
}
