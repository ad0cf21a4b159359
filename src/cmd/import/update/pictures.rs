//! Files beside an article: new ones are added, none is overwritten.

use std::path::{Path, PathBuf};

use crate::cmd::import::write::picture;
use crate::cmd::new_file::create;
use crate::import::{Draft, Origin};

/// What becomes of the pictures.
#[derive(Debug, Clone, Default)]
pub(super) struct Pictures {
    /// Those that are not there yet.
    pub(super) new: Vec<(PathBuf, Vec<u8>)>,
    /// What a person should know of the others.
    pub(super) remarks: Vec<String>,
}

/// The pictures that the new text shows.
pub(super) fn look(draft: &Draft, text: &str, article: &Path, beside: Option<&Path>) -> Pictures {
    let mut pictures = Pictures::default();
    for attachment in draft.attachments.iter().filter(|attachment| text.contains(&attachment.name)) {
        let path = article.with_file_name(&attachment.name);
        let bytes = match &attachment.origin {
            Origin::Bytes(bytes) => Ok(bytes.clone()),
            Origin::File(name) => picture(beside, name),
        };
        let there = path.symlink_metadata().is_ok();
        match bytes {
            Ok(bytes) if !there => pictures.new.push((path, bytes)),
            Ok(bytes) if std::fs::read(&path).is_ok_and(|own| own != bytes) => {
                let remark = "differs from the source's, and is left as it is: take it away to get the new one";
                pictures.remarks.push(format!("{}: {remark}", path.display()));
            }
            Err(error) if !there => pictures.remarks.push(format!("{}: not written: {error:#}", path.display())),
            _ => {}
        }
    }
    pictures
}

/// Writes new pictures; gives a line for each that could not be written.
pub(super) fn write(pictures: &Pictures, content: &Path) -> Vec<String> {
    let failed = |(path, bytes): &(PathBuf, Vec<u8>)| {
        let error = create(path, bytes, content).err()?;
        Some(format!("{}: not written: {error:#}", path.display()))
    };
    pictures.new.iter().filter_map(failed).collect()
}
