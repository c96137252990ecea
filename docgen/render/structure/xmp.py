"""Metadata of the page engine → the same completed: symbol, languages, and the second standard.

They are written as text, beside that of the engine: a library for XML takes longer to load than a
page to be drawn.
"""

from __future__ import annotations

from html import escape

_DC = "http://purl.org/dc/elements/1.1/"
_UA = "http://www.aiim.org/pdfua/ns/id/"

_UA_SCHEMA = f"""\
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">
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


_END = "</rdf:RDF>"


def complete(rdf: bytes, symbol: str, language: str) -> bytes:
    """`rdf` with the symbol and the language of the document, and as PDF/UA-1."""
    given = rdf.decode().replace(" />", "/>").removesuffix(_END)
    known = f' xmlns:dc="{_DC}"' if "xmlns:dc=" not in given else ""
    parts = [
        given,
        _UA_SCHEMA,
        f'<rdf:Description xmlns:pdfuaid="{_UA}"{known} rdf:about="">',
        "<pdfuaid:part>1</pdfuaid:part>",
        f"<dc:identifier>{escape(symbol, quote=False)}</dc:identifier>" if symbol else "",
        f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>",
        f"</rdf:Description>{_END}",
    ]
    return "".join(parts).encode()
