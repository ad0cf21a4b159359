//! Which keys a type knows, read off its JSON Schema, so that types stay the one source of truth.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde_json::Value;

/// What may stand at a place of a YAML text.
#[derive(Clone, Debug)]
pub(super) enum Shape {
    /// A map with these keys.
    Map(BTreeMap<String, Shape>),
    /// A list of such items.
    List(Box<Shape>),
    /// Anything: the typed reader judges.
    Any,
}

impl Shape {
    /// The shape of a type.
    pub(super) fn of<T: JsonSchema>() -> Self {
        let schema = schemars::schema_for!(T).to_value();
        let empty = serde_json::Map::new();
        let definitions = schema.get("$defs").and_then(Value::as_object).unwrap_or(&empty);
        from_schema(&schema, definitions)
    }

    /// The shape at the end of one more step down.
    pub(super) fn key(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(keys) => keys.get(key),
            _ => Some(&Self::Any),
        }
    }

    /// The shape of a list's items.
    pub(super) fn item(&self) -> &Self {
        match self {
            Self::List(item) => item,
            _ => &Self::Any,
        }
    }
}

/// Types of the content model do not contain themselves, so following references ends.
fn from_schema(schema: &Value, definitions: &serde_json::Map<String, Value>) -> Shape {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|r| r.rsplit('/').next()) {
        return definitions.get(name).map_or(Shape::Any, |s| from_schema(s, definitions));
    }
    if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
        let keys = properties.iter().map(|(key, s)| (key.clone(), from_schema(s, definitions)));
        return Shape::Map(keys.collect());
    }
    if let Some(items) = schema.get("items") {
        return Shape::List(Box::new(from_schema(items, definitions)));
    }
    let choices = schema.get("anyOf").or(schema.get("oneOf")).and_then(Value::as_array);
    choices
        .into_iter()
        .flatten()
        .map(|choice| from_schema(choice, definitions))
        .find(|shape| !matches!(shape, Shape::Any))
        .unwrap_or(Shape::Any)
}
