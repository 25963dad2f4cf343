"""Loads what Newsmark exported in the programs it is for: python check.py FOLDER DOCCANO_WHEEL_FOLDER

FOLDER holds expected.json, pages/ and a folder for every export. Every span must arrive with its text and its label.
"""

import json
import re
import sys
import traceback
import types
from collections import Counter
from pathlib import Path

folder = Path(sys.argv[1])
doccano = Path(sys.argv[2])
expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
passed = failed = 0


def solid(text):
    """What a text says, whatever its blanks and widths: exports may write it as it is read."""
    text = re.sub(r"[\s\u200b]", "", text)
    return "".join(chr(ord(c) - 0xFEE0) if "\uff10" <= c <= "\uff19" or "\uff21" <= c <= "\uff5a" else c for c in text)


def wanted(name):
    return Counter((solid(span["quote"]), span["label"]) for span in expected[name])


def without_overlaps(name):
    """The longest first, then the first, as the README says."""
    kept, taken = [], set()
    order = sorted(expected[name], key=lambda s: (s["start"] - s["end"], s["start"], s["id"]))
    for span in order:
        places = set(range(span["start"], span["end"]))
        if not places & taken:
            taken |= places
            kept.append((solid(span["quote"]), span["label"]))
    return Counter(kept)


def compare(found, counts=wanted):
    """`found`: a Counter of (text, label) for every page."""
    assert set(found) == set(expected), f"pages {set(found) ^ set(expected)}"
    total = 0
    for name in expected:
        assert found[name] == counts(name), f"{name}: {found[name] - counts(name)} / missing {counts(name) - found[name]}"
        total += sum(found[name].values())
    return total


def add(found, source, spans):
    found.setdefault(source.split("#")[0].split("/")[-1], Counter()).update(spans)


def lines(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [json.loads(line) for line in file]


def check_spacy(export):
    import spacy
    nlp = spacy.blank("zh")
    found = {}
    for line in lines(export / "newsmark-spacy.jsonl"):
        doc = nlp.make_doc(line["text"])
        spans = [doc.char_span(s["start"], s["end"], label=s["label"]) for s in line["spans"]["sc"]]
        assert None not in spans, "a span is not whole tokens"
        doc.spans["sc"] = spans
        ents = [doc.char_span(*entity[:2], label=entity[2]) for entity in line["entities"]]
        doc.set_ents(ents)
        covered = {token.i for entity in doc.ents for token in entity}
        for span in spans:
            assert any(token.i in covered for token in span), f"no entity stands in the way of {span.text}"
        add(found, line["meta"]["id"], [(solid(s.text), s.label_) for s in doc.spans["sc"]])
    return compare(found)


def check_datasets(export):
    from datasets import ClassLabel, Features, load_dataset

    data = load_dataset(str(export), split="train")
    tags = data.features["ner_tags"].feature
    assert isinstance(tags, ClassLabel), data.features
    described = Features.from_dict(json.loads((export / "features.json").read_text(encoding="utf-8")))
    assert described["ner_tags"].feature.names == tags.names
    found = {}
    for row in data:
        add(found, row["id"].rsplit(":", 1)[0], spans_of(row["tokens"], [tags.int2str(t) for t in row["ner_tags"]]))
    return compare(found, without_overlaps)


def spans_of(tokens, tags, scheme=None):
    from seqeval.metrics.sequence_labeling import get_entities
    from seqeval.scheme import IOB2, Entities

    if scheme is None:
        entities = [(e.tag, e.start, e.end) for sequence in Entities([tags], IOB2).entities for e in sequence]
    else:
        entities = [(label, start, end + 1) for label, start, end in get_entities(tags)]
    return [(solid("".join(tokens[start:end])), label) for label, start, end in entities]


def check_conll(export, scheme=None):
    found = {}
    for path in sorted(export.rglob("*.conll")):
        found[path.stem + ".txt"] = Counter()
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            rows = [row.split("\t") for row in block.split("\n") if row]
            if rows:
                tokens, tags = zip(*rows)
                add(found, path.stem + ".txt", spans_of(list(tokens), list(tags), scheme))
    return compare(found, without_overlaps)


def check_cassis(export):
    from cassis import load_cas_from_xmi, load_typesystem

    with open(export / "TypeSystem.xml", "rb") as file:
        typesystem = load_typesystem(file)
    found, relations = {}, 0
    for path in sorted(export.rglob("*.xmi")):
        with open(path, "rb") as file:
            cas = load_cas_from_xmi(file, typesystem=typesystem)
        entities = cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
        found[path.stem + ".txt"] = Counter((solid(e.get_covered_text()), e.value) for e in entities)
        for relation in cas.select("newsmark.Relation"):
            assert relation.source in entities and relation.target in entities
            relations += 1
    assert relations == sum(len(span["relations"]) for page in expected.values() for span in page)
    return compare(found)


def check_openpyxl(export):
    from openpyxl import load_workbook

    rows = list(load_workbook(export / "newsmark-figures.xlsx", read_only=True).active.iter_rows(values_only=True))
    head = {name: at for at, name in enumerate(rows[0])}
    for row in rows[1:]:
        assert row[head["value"]] is None or isinstance(row[head["value"]], (int, float))
        assert solid(row[head["text"]]) in solid(row[head["sentence"]]), row
    values = {row[head["text"]]: row[head["value"]] for row in rows[1:]}
    assert values["1260万元"] == 12_600_000, values.get("1260万元")
    return len(rows) - 1


def check_csv(export):
    import pandas

    table = pandas.read_csv(export / "newsmark-figures.csv", encoding="utf-8-sig")
    assert table[table["text"] == "1260万元"]["value"].iloc[0] == 12_600_000
    return len(table)


def check_label_studio(export):
    from label_studio_sdk._extensions.label_studio_tools.core.label_config import parse_config
    from label_studio_sdk.converter import Converter
    from label_studio_sdk.label_interface import LabelInterface

    config = (export / "label-studio-config.xml").read_text(encoding="utf-8")
    assert parse_config(config), "the configuration has no controls"
    interface = LabelInterface(config)
    tasks = json.loads((export / "newsmark.json").read_text(encoding="utf-8"))
    for task in tasks:
        for annotation in task["annotations"]:
            assert interface.validate_annotation(annotation), "an annotation does not fit the configuration"
    # Label Studio numbers tasks and annotations as it imports them; its converter takes what it has numbered.
    for number, task in enumerate(tasks, start=1):
        task["id"] = number
        task["annotations"] = [{"id": number, **annotation} for annotation in task["annotations"]]
    imported, out = export / "imported.json", export / "converted"
    imported.write_text(json.dumps(tasks), encoding="utf-8")
    Converter(config=config, project_dir=str(export)).convert_to_json_min(str(imported), str(out), is_dir=False)
    (result,) = out.glob("*.json")
    found = {}
    for task, source in zip(json.loads(result.read_text(encoding="utf-8")), tasks):
        characters = list(task["text"])
        spans = []
        for value in task["label"]:
            text = "".join(characters[value["start"] : value["end"]])
            assert text == value["text"], (text, value["text"])
            spans.extend((solid(text), label) for label in value["labels"])
        add(found, source["data"]["document"], spans)
    return compare(found)


def check_doccano(export):
    """The parser and the labels of doccano's own import; its database is not needed for them."""
    for name, names in {
        "examples": ["Example"],
        "labels": ["Category", "Label", "Relation", "Span", "TextLabel"],
        "label_types": ["CategoryType", "LabelType", "RelationType", "SpanType"],
        "projects": ["Project", "ProjectType"],
    }.items():
        module = types.ModuleType(f"{name}.models")
        module.__dict__.update({one: type(one, (), {}) for one in names})
        sys.modules.update({name: types.ModuleType(name), f"{name}.models": module})
    for name in ["data_import", "data_import.pipeline"]:
        package = types.ModuleType(name)
        package.__path__ = [str(doccano / "backend" / name.replace(".", "/"))]
        sys.modules[name] = package
    label_types = types.ModuleType("data_import.pipeline.label_types")
    label_types.LabelTypes = type("LabelTypes", (), {})
    sys.modules["data_import.pipeline.label_types"] = label_types
    from data_import.pipeline.label import SpanLabel
    from data_import.pipeline.makers import LabelMaker
    from data_import.pipeline.parsers import JSONLParser
    from data_import.pipeline.readers import FileName, Reader

    (path,) = export.glob("*.jsonl")
    parser = JSONLParser(encoding="utf-8")
    reader = Reader([FileName(str(path), path.name, path.name)], parser)
    found = {}
    for frame in reader.batch(1):
        row = frame.to_dict(orient="records")[0]
        column = "label" if "label" in row else "entities"
        units = row["text"].encode("utf-16-le")
        spans = []
        for label in LabelMaker(column, SpanLabel).make(frame):
            text = units[2 * label.start_offset : 2 * label.end_offset].decode("utf-16-le")
            spans.append((solid(text), label.label))
        add(found, row.get("document") or row["source"], spans)
    assert not parser.errors, parser.errors
    return compare(found)


def check_brat(export):
    """brat's rules of the standoff format: code points, parts joined by a blank, ends behind their beginnings."""
    found = {}
    for path in sorted(export.rglob("*.ann")):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        assert "\r" not in text
        spans, ids = [], set()
        for line in path.read_text(encoding="utf-8").split("\n"):
            if not line:
                continue
            identifier = line.split("\t")[0]
            assert identifier not in ids, f"{identifier} stands twice"
            if not identifier.startswith("#"):
                ids.add(identifier)
            if not identifier.startswith("T"):
                continue
            _, head, quote = line.split("\t")
            label, offsets = head.split(" ", 1)
            parts = [tuple(map(int, part.split(" "))) for part in offsets.split(";")]
            assert all(start < end for start, end in parts) and parts == sorted(parts), line
            assert " ".join(text[start:end] for start, end in parts) == quote, line
            assert "\n" not in quote
            spans.append((solid(quote), label))
        add(found, path.stem + ".txt", spans)
    conf = (export / "annotation.conf").read_text(encoding="utf-8")
    for section in ["[entities]", "[relations]", "[events]", "[attributes]"]:
        assert section in conf, section
    return compare(found)


def run(name, check, *args):
    global passed, failed
    try:
        print(f"  ok {name}: {check(*args)} spans", flush=True)
        passed += 1
    except Exception:
        print(f"  FAILED {name}\n{traceback.format_exc()}", flush=True)
        failed += 1


run("spaCy", check_spacy, folder / "spacy")
run("spaCy, text as it is read, by article", check_spacy, folder / "spacy-flow")
run("datasets", check_datasets, folder / "hf")
run("seqeval, BIO", check_conll, folder / "conll")
run("seqeval, BIOES", check_conll, folder / "conll-bioes", "BIOES")
run("dkpro-cassis", check_cassis, folder / "uima-xmi")
run("openpyxl", check_openpyxl, folder / "figures-xlsx")
run("pandas", check_csv, folder / "figures-csv")
run("label-studio-sdk", check_label_studio, folder / "label-studio")
run("doccano's import", check_doccano, folder / "doccano")
run("doccano's import, with relations", check_doccano, folder / "doccano-relations")
run("brat's rules", check_brat, folder / "brat")
print(f"{passed} passed, {failed} failed")
