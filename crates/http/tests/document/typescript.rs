//! Writes the page's types from the document: one type per schema, and a table of routes with what they take and answer.

use serde_json::Value;
use std::fmt::Write;

const HEAD: &str = "// Written from docs/openapi.json by `UPDATE=1 cargo test -p http --test document`; a test holds it fresh.\n";

/// Path, method and operation of every route.
pub fn operations(document: &Value) -> impl Iterator<Item = (&String, &String, &Value)> {
    let paths = document["paths"].as_object().unwrap();
    paths.iter().flat_map(|(path, item)| item.as_object().unwrap().iter().map(move |(method, operation)| (path, method, operation)))
}

pub fn write(document: &Value) -> String {
    let mut out = HEAD.to_owned();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        describe(&mut out, schema, "");
        writeln!(out, "export type {name} = {};", spell(schema, "")).unwrap();
    }
    out += "\n/** What each route takes and answers. */\nexport type Api = {\n";
    for (path, method, operation) in operations(document) {
        let mut parts = Vec::new();
        for place in ["path", "query"] {
            let fields: Vec<String> =
                parameters(operation, place).map(|p| field(&p["name"], &p["schema"], p["required"] == true)).collect();
            let mark = if place == "query" { "?" } else { "" };
            if !fields.is_empty() {
                parts.push(format!("{place}{mark}: {{ {} }}", fields.join("; ")));
            }
        }
        if let Some(schema) = operation.pointer("/requestBody/content/application~1json/schema") {
            parts.push(format!("body: {}", spell(schema, "  ")));
        }
        let answers = operation["responses"].as_object().unwrap();
        let good = answers.iter().find(|(status, _)| status.starts_with('2')).unwrap().1;
        let answer = good.pointer("/content/application~1json/schema").map_or("null".into(), |schema| spell(schema, "  "));
        let asked = if parts.is_empty() { "Record<never, never>".to_owned() } else { format!("{{ {} }}", parts.join("; ")) };
        writeln!(out, "  '{} {path}': {{ asked: {asked}; answer: {answer} }};", method.to_uppercase()).unwrap();
    }
    out + "};\n"
}

fn parameters<'a>(operation: &'a Value, place: &'a str) -> impl Iterator<Item = &'a Value> {
    operation["parameters"].as_array().into_iter().flatten().filter(move |p| p["in"] == place)
}

fn describe(out: &mut String, schema: &Value, indent: &str) {
    if let Some(text) = schema["description"].as_str() {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        writeln!(out, "{indent}/** {} */", lines.join(" ")).unwrap();
    }
}

fn field(name: &Value, schema: &Value, required: bool) -> String {
    // What may be left out is left out, never null.
    let spelt = spell(schema, "");
    let spelt = if required { spelt } else { spelt.replace(" | null", "") };
    format!("{}{}: {spelt}", name.as_str().unwrap(), if required { "" } else { "?" })
}

fn spell(schema: &Value, indent: &str) -> String {
    if let Some(reference) = schema["$ref"].as_str() {
        return reference.rsplit('/').next().unwrap_or_default().to_owned();
    }
    for (word, joint) in [("oneOf", " | "), ("anyOf", " | "), ("allOf", " & ")] {
        if let Some(all) = schema[word].as_array() {
            // A null of `oneOf` goes last, where it can be left out.
            let (null, some): (Vec<_>, Vec<_>) = all.iter().partition(|s| s["type"] == "null");
            let spelt: Vec<String> = some.into_iter().chain(null).map(|s| spell(s, indent)).collect();
            return spelt.join(joint);
        }
    }
    if let Some(values) = schema["enum"].as_array() {
        return values
            .iter()
            .map(|v| if v.is_null() { "null".into() } else { format!("'{}'", v.as_str().unwrap_or_default()) })
            .collect::<Vec<_>>()
            .join(" | ");
    }
    match &schema["type"] {
        Value::String(kind) => simple(kind, schema, indent),
        Value::Array(kinds) => {
            let (null, some): (Vec<_>, Vec<_>) = kinds.iter().filter_map(Value::as_str).partition(|kind| *kind == "null");
            some.into_iter().chain(null).map(|kind| simple(kind, schema, indent)).collect::<Vec<_>>().join(" | ")
        }
        _ => "unknown".into(),
    }
}

fn simple(kind: &str, schema: &Value, indent: &str) -> String {
    match kind {
        "null" => "null".into(),
        "string" => "string".into(),
        "boolean" => "boolean".into(),
        "integer" | "number" => "number".into(),
        "array" => match schema["prefixItems"].as_array() {
            Some(items) => format!("[{}]", items.iter().map(|item| spell(item, indent)).collect::<Vec<_>>().join(", ")),
            None => {
                let item = spell(&schema["items"], indent);
                if item.contains(' ') { format!("({item})[]") } else { format!("{item}[]") }
            }
        },
        _ => object(schema, indent),
    }
}

fn object(schema: &Value, indent: &str) -> String {
    let Some(properties) = schema["properties"].as_object() else {
        let value = &schema["additionalProperties"];
        return format!("Record<string, {}>", if value.is_object() { spell(value, indent) } else { "unknown".into() });
    };
    let inner = format!("{indent}  ");
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let mut out = "{\n".to_owned();
    for (name, property) in properties {
        describe(&mut out, property, &inner);
        writeln!(out, "{inner}{};", field(&Value::from(name.as_str()), property, required.contains(&name.as_str()))).unwrap();
    }
    out + indent + "}"
}
