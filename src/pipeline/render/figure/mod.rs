//! Pictures, worked out when the site is built: where everything stands, and the SVG that shows it.
//!
//! [`calendar`] makes days of dates, [`stretch`] and [`axis`] give them places, [`ticks`] says what is written below,
//! [`lanes`] keeps marks apart, [`svg`] writes. [`timeline`] and [`columns`] are the pictures. Lengths are CSS pixels at the
//! width [`axis::WIDTH`]; nothing here knows pages or routes.

mod axis;
mod calendar;
pub(crate) mod columns;
mod lanes;
mod stretch;
mod svg;
mod ticks;
pub(crate) mod timeline;

pub(crate) use calendar::Extent;
