//! The index in files of bounded size, so that a query loads little: lists of words, and where each stands.

use super::Files;
use super::code::push_str;
use super::posting::List;

/// Bytes of a file of lists, about 10 kB gzipped. A list that is longer has a file for itself.
const LISTS_SIZE: usize = 16 << 10;
/// Bytes of a file of words: some 1,000, about 7 kB gzipped.
const WORDS_SIZE: usize = 12 << 10;

/// The files of words.
#[derive(Default)]
pub(super) struct Shards {
    /// The first word of each.
    pub(super) first_words: Vec<Box<str>>,
    /// Their names.
    pub(super) words: Vec<String>,
}

/// The file of words at hand: the names of the files with their lists, and for each word the characters that it shares with
/// the one before, those that it does not, the units that have it, and twice the length of its list, one more where a new
/// file of lists begins.
#[derive(Default)]
struct Page {
    first_word: Box<str>,
    lists: Vec<String>,
    packed: String,
    last: Box<str>,
}

/// Puts all lists into files.
pub(super) fn shards(lists: Vec<List>, files: &mut Files) -> Shards {
    let mut shards = Shards::default();
    let mut page = Page::default();
    let mut open = Vec::new();
    for list in lists {
        let full = page.packed.len() > WORDS_SIZE;
        let new = open.is_empty() || full || open.len() + list.codes.len() > LISTS_SIZE;
        if new && !open.is_empty() {
            page.close_lists(&mut open, files);
        }
        if full {
            shards.close_page(std::mem::take(&mut page), files);
        }
        if page.packed.is_empty() {
            page.first_word.clone_from(&list.word);
        }
        page.push(&list, usize::from(new));
        open.extend(list.codes);
    }
    if !open.is_empty() {
        page.close_lists(&mut open, files);
        shards.close_page(page, files);
    }
    shards
}

impl Page {
    fn push(&mut self, list: &List, new: usize) {
        let pairs = self.last.chars().zip(list.word.chars());
        let shared: usize = pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let units = |text: &str| text.encode_utf16().count();
        push_str(&mut self.packed, units(&list.word[..shared]));
        push_str(&mut self.packed, units(&list.word[shared..]));
        self.packed.push_str(&list.word[shared..]);
        push_str(&mut self.packed, list.units);
        push_str(&mut self.packed, list.codes.len() * 2 + new);
        self.last.clone_from(&list.word);
    }

    fn close_lists(&mut self, open: &mut Vec<u8>, files: &mut Files) {
        let text = String::from_utf8(std::mem::take(open)).expect("digits are ASCII");
        self.lists.push(files.add(&serde_json::json!(text)));
    }
}

impl Shards {
    fn close_page(&mut self, page: Page, files: &mut Files) {
        self.words.push(files.add(&serde_json::json!([page.lists, page.packed])));
        self.first_words.push(page.first_word);
    }
}
