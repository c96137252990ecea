"""Metadata for machines."""

from __future__ import annotations

from lxml import etree

from docgen.render.structure.xmp import complete

RDF = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>'
NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ua": "http://www.aiim.org/pdfua/ns/id/",
    "schema": "http://www.aiim.org/pdfa/ns/schema#",
}


def found(path: str, symbol: str = "A/99/1") -> list[str]:
    tree = etree.fromstring(complete(RDF, symbol, "zh-Hans"))
    return [str(text) for text in tree.xpath(f"{path}/text()", namespaces=NAMES)]  # type: ignore[union-attr]


def test_metadata_name_the_symbol_the_language_and_the_second_standard() -> None:
    assert found("//dc:identifier") == ["A/99/1"]
    assert found("//dc:language/rdf:Bag/rdf:li") == ["zh-Hans"]
    assert found("//ua:part") == ["1"]


def test_the_schema_that_pdf_a_does_not_know_is_described() -> None:
    assert found("//schema:namespaceURI") == [NAMES["ua"]]


def test_a_document_without_symbol_has_no_identifier() -> None:
    assert found("//dc:identifier", symbol="") == []


def test_what_the_engine_wrote_stays_with_its_names() -> None:
    own = b'<rdf:Description rdf:about="" pdf:Producer="an engine" />'
    names = b'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
    given = RDF.replace(b"></rdf:RDF>", b" " + names + b">" + own + b"</rdf:RDF>")
    made = complete(given, "A/99/1 & Corr.<1>", "zh-Hans")
    assert etree.tostring(etree.fromstring(made)) == made
    assert made.count(b"xmlns:dc=") == 1
    assert b"A/99/1 &amp; Corr.&lt;1&gt;" in made
