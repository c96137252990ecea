"""Which elements may stand in which, and in what order (ECMA-376 part 1, annex A, transitional)."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.check.lint.parts import Element, Parts, local

_RUNS = """r hyperlink fldSimple sdt smartTag customXml dir bdo subDoc proofErr permStart permEnd
    bookmarkStart bookmarkEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd
    commentRangeStart commentRangeEnd ins del moveFrom moveTo"""
_BLOCKS = "p tbl sdt customXml altChunk"
_MARKS = """proofErr permStart permEnd bookmarkStart bookmarkEnd moveFromRangeStart moveFromRangeEnd
    moveToRangeStart moveToRangeEnd commentRangeStart commentRangeEnd ins del moveFrom moveTo"""
_ROWS = "tr sdt customXml"
_CELLS = "tc sdt customXml"

HOLDS = {
    "body": f"{_BLOCKS} {_MARKS} sectPr",
    "hdr": f"{_BLOCKS} {_MARKS}",
    "ftr": f"{_BLOCKS} {_MARKS}",
    "footnote": f"{_BLOCKS} {_MARKS}",
    "endnote": f"{_BLOCKS} {_MARKS}",
    "comment": f"{_BLOCKS} {_MARKS}",
    "tc": f"tcPr {_BLOCKS} {_MARKS}",
    "tbl": f"tblPr tblGrid {_ROWS} {_MARKS}",
    "tr": f"tblPrEx trPr {_CELLS} {_MARKS}",
    "p": f"pPr {_RUNS}",
    "hyperlink": _RUNS,
    "ins": f"{_RUNS} {_BLOCKS}",
    "del": f"{_RUNS} {_BLOCKS}",
    "sdtContent": f"{_BLOCKS} {_RUNS} {_ROWS} {_CELLS}",
    "r": """rPr t delText instrText delInstrText tab br cr sym pict drawing object fldChar ruby ptab
        footnoteReference endnoteReference footnoteRef endnoteRef annotationRef commentReference
        separator continuationSeparator noBreakHyphen softHyphen lastRenderedPageBreak pgNum
        dayShort monthShort yearShort dayLong monthLong yearLong contentPart""",
    "rPr": """ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike
        outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern
        position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang
        eastAsianLayout specVanish oMath rPrChange""",
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
        suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
        topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
        contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange""",
    "numPr": "ilvl numId numberingChange ins",
    "pBdr": "top left start bottom right end between bar",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW
        jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption
        tblDescription tblPrChange""",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tblGrid": "gridCol tblGridChange",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection
        tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange""",
    "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    "tcMar": "top left start bottom right end",
    "sectPr": """headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc
        pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi
        rtlGutter docGrid printerSettings sectPrChange""",
    "settings": """writeProtection view zoom removePersonalInformation removeDateAndTime
        doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText
        printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts
        saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges
        bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors
        hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate
        linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView
        trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride
        styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit
        hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle
        defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting
        bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing
        displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
        doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin
        doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne
        strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture
        doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText
        doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt
        showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr
        compat docVars rsids attachedSchema themeFontLang clrSchemeMapping
        doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions
        readModeInkLockDown smartTagType shapeDefaults doNotEmbedSmartTags decimalSymbol
        listSeparator""",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden
        unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr
        trPr tcPr tblStylePr""",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "num": "abstractNumId lvlOverride",
    "lvl": """start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr
        rPr""",
    "lvlOverride": "startOverride lvl",
    "sdt": "sdtPr sdtEndPr sdtContent",
}
"""What an element holds; in the order of the standard where the element is in ORDERED."""

ORDERED = frozenset(HOLDS) - {
    *("body", "hdr", "ftr", "footnote", "endnote", "comment", "tc", "tbl", "tr", "p"),
    *("hyperlink", "ins", "del", "sdtContent", "r"),
}
"""The elements whose children have one order; in the others only properties come first."""

FIRST = ("tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "pPr", "rPr")
"""What comes before all else in an element without an order, in the order that they have."""

_ALLOWED = {name: words.split() for name, words in HOLDS.items()}
_RANK = {name: {word: rank for rank, word in enumerate(_ALLOWED[name])} for name in ORDERED}
_RANK |= {
    name: {word: FIRST.index(word) if word in FIRST else len(FIRST) for word in words}
    for name, words in _ALLOWED.items()
    if name not in ORDERED
}
_SHARED = {"headerReference": "footerReference"}
"""Kinds that stand mixed: the first has the place of the second."""


def _children(parts: Parts) -> Iterator[str]:
    for name, root in parts.roots.items():
        for element in root.iter():
            rank = _RANK.get(local(element))
            if rank is not None and not _is_mark(element):
                yield from _misplaced(name, element, rank)


def _is_mark(element: Element) -> bool:
    """Whether an insertion or deletion says only that its paragraph mark, row or cell is one."""
    parent = element.getparent()
    return parent is not None and local(parent) in ("rPr", "trPr", "tcPr", "numPr")


def _misplaced(name: str, element: Element, rank: dict[str, int]) -> Iterator[str]:
    last, before, parent = -1, "", local(element)
    for child in map(local, element):
        if not child:
            continue
        if child not in rank:
            yield f"{name}: {child} stands in {parent}"
            continue
        place = rank[_SHARED.get(child, child)]
        if place < last:
            yield f"{name}: {child} follows {before} in {parent}"
        last, before = place, child


def _text(parts: Parts) -> Iterator[str]:
    """Words stand in elements that are made for words."""
    for name, root in parts.roots.items():
        for element in root.iter():
            held = [element.text, *(child.tail for child in element)]
            if local(element) in HOLDS and any((text or "").strip() for text in held):
                yield f"{name}: text stands in {local(element)}"


def _repeated(parts: Parts) -> Iterator[str]:
    """What says how something looks says each thing once."""
    for name, root in parts.roots.items():
        for element in root.iter():
            parent = local(element)
            if parent.endswith("Pr") and parent not in ("sectPr", "trPr", "footnotePr"):
                names = [local(child) for child in element if local(child)]
                for twice in sorted({one for one in names if names.count(one) > 1}):
                    yield f"{name}: {twice} stands in {parent} more than once"


CHECKS = (_children, _text, _repeated)
