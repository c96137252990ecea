"""Metadata of the page engine → the same completed: symbol, languages, and the second standard."""

from __future__ import annotations

from lxml import etree

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC = "http://purl.org/dc/elements/1.1/"
_UA = "http://www.aiim.org/pdfua/ns/id/"

_UA_SCHEMA = f"""
<rdf:Description xmlns:rdf="{_RDF}" rdf:about=""
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas>
    <rdf:Bag>
      <rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>{_UA}</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property>
          <rdf:Seq>
            <rdf:li rdf:parseType="Resource">
              <pdfaProperty:name>part</pdfaProperty:name>
              <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
              <pdfaProperty:category>internal</pdfaProperty:category>
              <pdfaProperty:description>The part of ISO 14289 met</pdfaProperty:description>
            </rdf:li>
          </rdf:Seq>
        </pdfaSchema:property>
      </rdf:li>
    </rdf:Bag>
  </pdfaExtension:schemas>
</rdf:Description>"""
"""PDF/A asks for a description of every property that it does not know (ISO 19005-3, 6.6.2.3)."""


def complete(rdf: bytes, symbol: str, language: str) -> bytes:
    """`rdf` with the symbol and the language of the document, and as PDF/UA-1."""
    tree = etree.fromstring(rdf)
    tree.append(etree.fromstring(_UA_SCHEMA))
    own = etree.SubElement(
        tree, f"{{{_RDF}}}Description", nsmap={"pdfuaid": _UA, "dc": _DC, "rdf": _RDF}
    )
    own.set(f"{{{_RDF}}}about", "")
    etree.SubElement(own, f"{{{_UA}}}part").text = "1"
    if symbol:
        etree.SubElement(own, f"{{{_DC}}}identifier").text = symbol
    languages = etree.SubElement(own, f"{{{_DC}}}language")
    bag = etree.SubElement(languages, f"{{{_RDF}}}Bag")
    etree.SubElement(bag, f"{{{_RDF}}}li").text = language
    return etree.tostring(tree, encoding="utf-8")
