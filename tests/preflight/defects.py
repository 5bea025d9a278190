"""Deliberate defects: rule -> what is done to a real, sound file, after which that rule must find something.

`PRINT` and `SCREEN` change the objects of a file, `BYTES` its bytes.
"""

import re
import zlib
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

Change = Callable[[pikepdf.Pdf], object]


def element(pdf, role):
    return next(o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/S") == f"/{role}")


def rewrite(pdf, old, new, page=0, count=1):
    """Change the operators of a page."""
    contents = pdf.pages[page].obj.Contents
    data = contents.read_bytes()
    assert old in data, old
    contents.write(data.replace(old, new, count))


def append(pdf, operators, page=0):
    contents = pdf.pages[page].obj.Contents
    contents.write(contents.read_bytes() + b"\n" + operators)


def resource(pdf, kind, name, value, page=0):
    resources = pdf.pages[page].obj.Resources
    if kind not in resources:
        resources[kind] = Dictionary()
    resources[kind][name] = value


def fonts(pdf):
    return [o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/Subtype") == "/Type0"]


def embedded_cmap(pdf, program, ordering="Identity"):
    cmap = pdf.make_indirect(Stream(pdf, b"begincmap " + program + b" endcmap"))
    cmap.CIDSystemInfo = Dictionary(Registry="Adobe", Ordering=ordering, Supplement=0)
    fonts(pdf)[0].Encoding = cmap


def cid_font(pdf):
    return fonts(pdf)[0].DescendantFonts[0]


def packet(pdf, old, new):
    stream = pdf.Root.Metadata
    data = stream.read_bytes()
    assert old in data, old
    stream.write(data.replace(old, new))


def to_unicode(pdf, value):
    stream = fonts(pdf)[0].ToUnicode
    stream.write(re.sub(rb"<0001> <[0-9A-F]+>", b"<0001> <" + value + b">", stream.read_bytes()))


def image(pdf, **entries):
    stream = Stream(pdf, b"\x00" * 16)
    given = {"Type": Name.XObject, "Subtype": Name.Image, "Width": 2, "Height": 2, "BitsPerComponent": 8}
    for key, value in {**given, "ColorSpace": Name.DeviceCMYK, **entries}.items():
        stream[f"/{key}"] = value
    resource(pdf, "/XObject", "/Defect", pdf.make_indirect(stream))
    append(pdf, b"q 50 0 0 50 60 60 cm /Defect Do Q")
    return stream


def annotation(pdf, page=0, **entries):
    found = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([50, 50, 60, 60]), Contents="x", F=4)
    for key, value in entries.items():
        found[f"/{key}"] = value
    obj = pdf.pages[page].obj
    obj["/Annots"] = Array([*(obj.get("/Annots", Array())), pdf.make_indirect(found)])


def state(pdf, **entries):
    resource(pdf, "/ExtGState", "/Defect", Dictionary(**entries))
    append(pdf, b"/Defect gs")


def form(pdf, **entries):
    stream = Stream(pdf, b"0 0 1 1 re n")
    for key, value in {
        "Type": Name.XObject,
        "Subtype": Name.Form,
        "BBox": Array([0, 0, 1, 1]),
        **entries,
    }.items():
        stream[f"/{key}"] = value
    resource(pdf, "/XObject", "/Defect", pdf.make_indirect(stream))


def separation(pdf, name, tint):
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[tint, 0, 0, 0], N=1)
    return Array([Name.Separation, Name(name), Name.DeviceCMYK, function])


def two_inks(pdf):
    resource(pdf, "/ColorSpace", "/DefectA", separation(pdf, "/Gold", 1))
    resource(pdf, "/ColorSpace", "/DefectB", separation(pdf, "/Gold", 0.5))


def overprinting_icc(pdf):
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    resource(pdf, "/ColorSpace", "/Defect", Array([Name.ICCBased, profile]))
    append(pdf, b"/GSo gs /Defect cs 0 0 0 1 scn 60 60 5 5 re f")


def broken_icc(pdf):
    profile = Stream(pdf, b"not a profile" * 20)
    profile.N = 4
    resource(pdf, "/ColorSpace", "/Defect", Array([Name.ICCBased, pdf.make_indirect(profile)]))


def simple_font(pdf):
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    resource(pdf, "/Font", "/Defect", pdf.make_indirect(font))
    append(pdf, b"/Artifact BMC BT /Defect 9 Tf 60 60 Td (x) Tj ET EMC")


def table(pdf, *rows, roles=("TH", "TD")):
    """A table added to the tree, of rows of the given numbers of cells."""
    document = pdf.Root.StructTreeRoot.K[0]
    whole = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Table, P=document, K=Array()))
    for cells in rows:
        row = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.TR, P=whole, K=Array()))
        for number in range(cells):
            role = roles[min(number, 1)]
            row.K.append(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=row)))
        whole.K.append(row)
    document.K.append(whole)
    return whole


def add_tag(pdf, role, **entries):
    document = pdf.Root.StructTreeRoot.K[0]
    found = Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=document)
    for key, value in entries.items():
        found[f"/{key}"] = value
    document.K.append(pdf.make_indirect(found))


def swap_parents(pdf):
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[5] = row[5], row[0]


def links(pdf):
    return [a for page in pdf.pages for a in page.obj.get("/Annots", Array())]


def different_target(pdf):
    first, second = links(pdf)[:2]
    second.Contents = first.Contents
    second.A.URI = "https://example.org/elsewhere"


def shift_number(pdf):
    """The strip with the number slides down over the edge of the sheet."""
    contents = pdf.pages[0].obj.Contents
    contents.write(b"1 0 0 1 0 -40 cm\n" + contents.read_bytes())


def shrink_boxes(pdf):
    box = [float(v) for v in pdf.pages[0].obj.TrimBox]
    pdf.pages[0].obj.BleedBox = Array([box[0] - 3, box[1] - 3, box[2] + 3, box[3] + 3])


def unfilled(pdf):
    """A band of colour that ends exactly at the left edge of the trim."""
    append(pdf, b"/GSn gs 0.5 0 0 0 k 0 90 40 40 re f")


ALL: dict[str, list[Change]] = {
    "encrypted": [],
    "external-stream": [lambda p: p.pages[0].obj.Contents.__setitem__("/F", String("other.bin"))],
    "name-not-ascii": [lambda p: p.pages[0].obj.__setitem__("/Defect", Name("/Schön"))],
    "undefined-operator": [lambda p: append(p, b"1 2 frobnicate"), lambda p: append(p, b"Q Q Q")],
    "no-output-intent": [
        lambda p: p.Root.__delitem__("/OutputIntents"),
        lambda p: p.Root.OutputIntents[0].__delitem__("/DestOutputProfile"),
        lambda p: p.Root.OutputIntents[0].__delitem__("/OutputConditionIdentifier"),
        lambda p: p.Root.OutputIntents.append(p.Root.OutputIntents[0]),
        lambda p: p.pages[0].obj.__setitem__("/OutputIntents", p.Root.OutputIntents),
    ],
    "bad-output-profile": [
        lambda p: p.Root.OutputIntents[0].DestOutputProfile.write(b"\0" * 200),
        lambda p: p.Root.OutputIntents[0].DestOutputProfile.__setitem__("/N", 1),
    ],
    "bad-icc-profile": [broken_icc],
    "separations-disagree": [two_inks],
    "transfer-function": [
        lambda p: state(p, TR=Dictionary(FunctionType=2, Domain=[0, 1], N=1)),
        lambda p: state(p, TR2=Name.Identity),
        lambda p: state(p, HTP=Array([0, 0])),
        lambda p: state(p, HT=Dictionary(Type=Name.Halftone, HalftoneType=6)),
    ],
    "forbidden-image-entry": [lambda p: image(p, OPI=Dictionary()), lambda p: image(p, Interpolate=True)],
    "forbidden-xobject": [lambda p: form(p, Ref=Dictionary()), lambda p: form(p, Subtype2=Name.PS)],
    "bad-blend-mode": [
        lambda p: state(p, BM=Name.Frobnicate),
        lambda p: p.pages[0].obj.__setitem__("/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceGray2)),
    ],
    "font-not-embedded": [lambda p: cid_font(p).FontDescriptor.__delitem__("/FontFile2")],
    "glyph-not-in-font": [
        lambda p: cid_font(p).CIDToGIDMap.write(cid_font(p).CIDToGIDMap.read_bytes()[:2] + b"\xff\xff" * 200)
    ],
    "notdef-shown": [lambda p: cid_font(p).CIDToGIDMap.write(b"\0\0\0\0\0\0\0\0")],
    "wrong-width": [lambda p: cid_font(p).W[1].__setitem__(1, 999)],
    "bad-cid-font": [
        lambda p: cid_font(p).__delitem__("/CIDToGIDMap"),
        lambda p: cid_font(p).__delitem__("/CIDSystemInfo"),
        lambda p: fonts(p)[0].__setitem__("/Encoding", Name("/UniGB-UCS2-H")),
        lambda p: embedded_cmap(p, b"/Other usecmap"),
        lambda p: embedded_cmap(p, b"/WMode 1 def"),
        lambda p: embedded_cmap(p, b"", ordering="Japan1"),
    ],
    "no-title": [lambda p: p.docinfo.__delitem__("/Title"), lambda p: packet(p, b"dc:title", b"dc:subject")],
    "metadata-disagrees": [
        lambda p: p.docinfo.__setitem__("/Title", "another"),
        lambda p: p.docinfo.__setitem__("/ModDate", "D:20200101000000Z"),
    ],
    "forbidden-action": [
        lambda p: p.Root.__setitem__("/OpenAction", Dictionary(S=Name.JavaScript, JS="app.alert(1)")),
        lambda p: p.pages[0].obj.__setitem__("/AA", Dictionary()),
        lambda p: p.Root.__setitem__("/Names", Dictionary(JavaScript=Dictionary(Names=Array()))),
    ],
    "optional-content": [lambda p: p.Root.__setitem__("/OCProperties", Dictionary(OCGs=Array()))],
    "embedded-file": [lambda p: p.Root.__setitem__("/Names", Dictionary(EmbeddedFiles=Dictionary()))],
    "interactive-form": [lambda p: p.Root.__setitem__("/AcroForm", Dictionary(Fields=Array()))],
}
"""Defects that both a print and a screen file can have."""

PRINT: dict[str, list[Change]] = {
    "bad-header": [],
    "no-output-intent": [lambda p: p.Root.OutputIntents[0].__delitem__("/RegistryName")],
    "wrong-output-intent": [lambda p: p.Root.OutputIntents[0].__setitem__("/S", Name.GTS_PDFA1)],
    "wrong-color-space": [
        lambda p: append(p, b"1 0 0 rg 60 60 5 5 re f"),
        lambda p: append(p, b"/DeviceRGB cs 1 0 0 sc 60 60 5 5 re f"),
        lambda p: image(p, ColorSpace=Name.DeviceRGB),
        lambda p: image(p, ColorSpace=Array([Name.Indexed, Name.DeviceRGB, 0, String("abc")])),
        lambda p: form(p, Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)),
        lambda p: append(p, b"q BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q"),
    ],
    "forbidden-filter": [],
    "unusual-image-filter": [lambda p: image(p).write(b"\0" * 16, filter=Name.RunLengthDecode)],
    "overprint-of-icc": [overprinting_icc],
    "transparent": [
        lambda p: state(p, ca=0.5),
        lambda p: state(p, BM=Name.Multiply),
        lambda p: image(p, SMask=p.make_indirect(Stream(p, b"\0\0\0\0"))),
        lambda p: p.pages[0].obj.__setitem__("/Group", Dictionary(S=Name.Transparency)),
    ],
    "no-pdfx-claim": [
        lambda p: p.docinfo.__delitem__("/GTS_PDFXVersion"),
        lambda p: packet(p, b">PDF/X-4<", b">PDF/X-1<"),
    ],
    "missing-metadata": [
        lambda p: packet(p, b"xmpMM:VersionID", b"xmpMM:Defect"),
        lambda p: packet(p, b"xmp:MetadataDate", b"xmp:Defect"),
    ],
    "missing-dates": [
        lambda p: p.docinfo.__delitem__("/ModDate"),
        lambda p: p.docinfo.__delitem__("/CreationDate"),
    ],
    "unknown-trapping": [
        lambda p: p.docinfo.__setitem__("/Trapped", Name.Unknown),
        lambda p: p.docinfo.__delitem__("/Trapped"),
        lambda p: packet(p, b"<pdf:Trapped>False", b"<pdf:Trapped>True"),
    ],
    "bad-page-boxes": [
        lambda p: p.pages[0].obj.__delitem__("/TrimBox"),
        lambda p: p.pages[0].obj.__setitem__("/ArtBox", p.pages[0].obj.TrimBox),
        lambda p: p.pages[0].obj.__setitem__("/BleedBox", Array([-9, -9, 999, 999])),
        lambda p: p.pages[0].obj.__setitem__("/CropBox", Array([100, 100, 300, 300])),
    ],
    "narrow-bleed": [shrink_boxes, lambda p: p.pages[0].obj.__delitem__("/BleedBox")],
    "unfilled-bleed": [unfilled],
    "annotation-on-print": [annotation],
    "marks-in-bleed": [lambda p: append(p, b"/All CS 1 SCN 100 100 m 120 100 l S")],
    "colored-text": [lambda p: rewrite(p, b"0 0 0 1 k", b"1 0 0 0 k")],
    "many-inks-in-small-text": [lambda p: rewrite(p, b"0 0 0 0.8 k", b"0.5 0.4 0.3 0 k")],
    "black-knocks-out": [
        lambda p: rewrite(p, b"/GSo gs", b"/GSn gs", count=-1),
        lambda p: p.pages[0].obj.Resources.ExtGState.GSo.__setitem__("/OPM", 0),
    ],
    "color-overprints": [
        lambda p: append(p, b"/GSo gs 0.5 0 0 0.5 k 60 60 5 5 re f"),
        lambda p: (append(p, b"/GSo gs"), image(p)),
    ],
    "white-overprints": [lambda p: append(p, b"/GSo gs 0 0 0 0 k 60 60 5 5 re f")],
    "too-much-ink": [
        lambda p: append(p, b"/GSn gs 1 1 1 0.5 k 60 60 5 5 re f"),
        lambda p: image(p).write(zlib.compress(b"\xff" * 16), filter=Name.FlateDecode),
    ],
    "coarse-image": [image],
    "hairline": [lambda p: append(p, b"0.1 w 60 60 m 90 90 l S"), lambda p: append(p, b"0 w 6 6 m 9 9 l S")],
    "number-near-edge": [shift_number],
}

SCREEN: dict[str, list[Change]] = {
    "forbidden-permission": [lambda p: p.Root.__setitem__("/Perms", Dictionary(Defect=Dictionary()))],
    "limit-exceeded": [
        lambda p: append(p, b"q " * 30 + b"Q " * 30),
        lambda p: p.pages[0].obj.__setitem__("/MediaBox", Array([0, 0, 20000, 595])),
        lambda p: p.Root.__setitem__("/Defect", String("x" * 40000)),
        lambda p: p.Root.__setitem__("/Defect", Name("/" + "x" * 200)),
    ],
    "odd-hex-string": [lambda p: append(p, b"/Artifact BMC BT /F1 9 Tf 60 60 Td <00010> Tj ET EMC")],
    "wrong-color-space": [lambda p: rewrite(p, b" rg", b" 0 k"), image],
    "bad-rendering-intent": [
        lambda p: image(p, Intent=Name.Frobnicate),
        lambda p: state(p, RI=Name.Frobnicate),
    ],
    "incomplete-cid-set": [
        lambda p: cid_font(p).FontDescriptor.__setitem__("/CIDSet", p.make_indirect(Stream(p, b"\x80")))
    ],
    "simple-font": [simple_font],
    "no-unicode-text": [
        lambda p: fonts(p)[0].__delitem__("/ToUnicode"),
        lambda p: fonts(p)[0].ToUnicode.write(
            fonts(p)[0].ToUnicode.read_bytes().replace(b"<0001> ", b"<0FFF> ")
        ),
    ],
    "forbidden-unicode-text": [lambda p: to_unicode(p, b"FEFF"), lambda p: to_unicode(p, b"0000")],
    "private-use-text": [lambda p: to_unicode(p, b"E000")],
    "no-metadata": [
        lambda p: p.Root.__delitem__("/Metadata"),
        lambda p: p.Root.Metadata.__delitem__("/Subtype"),
    ],
    "bad-metadata": [
        lambda p: packet(p, b"</rdf:RDF>", b""),
        lambda p: packet(p, b"<?xpacket begin=", b'<?xpacket begin="" bytes="9" x='),
    ],
    "undeclared-metadata": [
        lambda p: packet(p, b"URI>http://www.aiim.org/pdfua", b"URI>http://www.aiim.org/other"),
        lambda p: packet(p, b"dc:format", b"dc:frobnicate"),
        lambda p: packet(p, b"<dc:format>", b"<pdf:Trapped>False</pdf:Trapped><dc:format>"),
    ],
    "no-pdfua-claim": [
        lambda p: packet(p, b"<pdfuaid:part>1<", b"<pdfuaid:part>9<"),
        lambda p: packet(p, b"pdfuaid", b"pdfuaix"),
    ],
    "no-pdfa-claim": [
        lambda p: packet(p, b"<pdfaid:conformance>A<", b"<pdfaid:conformance>B<"),
        lambda p: packet(p, b"pdfaid", b"pdfaix"),
    ],
    "wrong-output-intent": [lambda p: p.Root.OutputIntents[0].__setitem__("/S", Name.ISO_PDFE1)],
    "hidden-title": [lambda p: p.Root.ViewerPreferences.__delitem__("/DisplayDocTitle")],
    "forbidden-catalog-entry": [
        lambda p: p.Root.__setitem__("/Requirements", Array()),
        lambda p: p.pages[0].obj.__setitem__("/PresSteps", Dictionary()),
        lambda p: p.Root.__setitem__("/Names", Dictionary(AlternatePresentations=Dictionary())),
    ],
    "not-marked": [
        lambda p: p.Root.__delitem__("/MarkInfo"),
        lambda p: p.Root.MarkInfo.__setitem__("/Marked", False),
    ],
    "artifact-in-tag": [lambda p: rewrite(p, b"<</MCID 1>> BDC", b"<</MCID 1>> BDC /Artifact BMC", count=1)],
    "untagged-content": [
        lambda p: rewrite(p, b"/Artifact <</Type /Layout>> BDC", b"/Defect BMC"),
        lambda p: append(p, b"60 60 5 5 re f"),
    ],
    "suspect-tags": [lambda p: p.Root.MarkInfo.__setitem__("/Suspects", True)],
    "unknown-role": [
        lambda p: element(p, "Sect").__setitem__("/S", Name.Frobnicate),
        lambda p: p.Root.StructTreeRoot.__setitem__("/RoleMap", Dictionary(H1=Name.P)),
        lambda p: (
            element(p, "Sect").__setitem__("/S", Name.A),
            p.Root.StructTreeRoot.__setitem__("/RoleMap", Dictionary(A=Name.B, B=Name.A)),
        ),
    ],
    "no-structure": [
        lambda p: p.Root.__delitem__("/StructTreeRoot"),
        lambda p: p.Root.StructTreeRoot.__delitem__("/K"),
    ],
    "tag-without-parent": [
        lambda p: element(p, "H1").__delitem__("/P"),
        lambda p: element(p, "H1").__setitem__("/P", element(p, "H2")),
    ],
    "broken-parent-tree": [
        swap_parents,
        lambda p: p.Root.StructTreeRoot.__setitem__("/ParentTreeNextKey", 0),
    ],
    "no-language": [lambda p: p.Root.__delitem__("/Lang")],
    "bad-language": [
        lambda p: p.Root.__setitem__("/Lang", String("en_GB!")),
        lambda p: element(p, "H2").__setitem__("/Lang", String("english (British)")),
        lambda p: rewrite(p, b"<</MCID 1>> BDC", b"<</MCID 1 /Lang (e_n)>> BDC"),
    ],
    "bad-table": [
        lambda p: table(p, 2, 2).__setitem__("/S", Name.Sect),
        lambda p: table(p, 2, 2, roles=("P", "TD")),
        lambda p: add_tag(p, "TBody"),
    ],
    "ragged-table": [lambda p: table(p, 2, 3)],
    "bad-list": [
        lambda p: add_tag(p, "LI"),
        lambda p: add_tag(p, "LBody"),
        lambda p: add_tag(p, "L", K=Array([table(p, 1)])),
    ],
    "unnumbered-list": [
        lambda p: add_tag(
            p,
            "L",
            K=Array([Dictionary(S=Name.LI, K=Array([Dictionary(S=Name.Lbl), Dictionary(S=Name.LBody)]))]),
        )
    ],
    "bad-contents-list": [lambda p: add_tag(p, "TOCI"), lambda p: add_tag(p, "TOC", K=Array([table(p, 1)]))],
    "figure-without-text": [lambda p: add_tag(p, "Figure"), lambda p: add_tag(p, "Formula", Alt=String(" "))],
    "figure-without-place": [lambda p: add_tag(p, "Figure", Alt=String("A house"))],
    "skipped-heading": [
        lambda p: element(p, "H1").__setitem__("/S", Name.H3),
        lambda p: element(p, "H2").__setitem__("/S", Name.H3),
    ],
    "mixed-headings": [
        lambda p: add_tag(p, "H"),
        lambda p: add_tag(p, "Sect", K=Array([Dictionary(S=Name.H), Dictionary(S=Name.H)])),
    ],
    "unlabelled-cell": [lambda p: table(p, 2, 2)],
    "note-without-id": [
        lambda p: add_tag(p, "Note"),
        lambda p: [add_tag(p, "Note", ID=String("1")) for _ in "ab"],
    ],
    "untagged-annotation": [
        lambda p: links(p)[0].__delitem__("/StructParent"),
        lambda p: element(p, "Link").__setitem__("/S", Name.Span),
        annotation,
    ],
    "undescribed-annotation": [
        lambda p: links(p)[0].__delitem__("/Contents"),
        lambda p: annotation(p, Contents=""),
    ],
    "ambiguous-link": [different_target],
    "bad-tab-order": [
        lambda p: p.pages[0].obj.__delitem__("/Tabs"),
        lambda p: p.pages[1].obj.__setitem__("/Tabs", Name.R),
    ],
    "forbidden-annotation": [
        lambda p: annotation(p, Subtype=Name.Sound),
        lambda p: annotation(p, Subtype=Name.TrapNet),
    ],
    "hidden-annotation": [
        lambda p: links(p)[0].__setitem__("/F", 2),
        lambda p: links(p)[0].__setitem__("/F", 0),
    ],
    "annotation-without-appearance": [
        annotation,
        lambda p: links(p)[0].__setitem__("/AP", Dictionary(N=Dictionary(), D=Dictionary())),
    ],
    "shared-form": [form],
}

BYTES: dict[str, list[Callable[[bytes], bytes]]] = {
    "bad-header": [
        lambda d: b"\n" + d,
        lambda d: d.replace(b"%PDF-1.", b"%PDF-2.", 1),
        lambda d: d[:9] + b"%abcd" + d[14:],
    ],
    "inherited-resources": [lambda d: d.replace(b"/Resources ", b"/Resourcez ", 1)],
    "compressed-metadata": [lambda d: d.replace(b"/Type /Metadata", b"/Filter []     ")],
    "data-after-end": [lambda d: d + b"more"],
    "bad-table-of-objects": [lambda d: d.replace(b"xref\n0 ", b"xref \n0 ", 1)],
    "odd-hex-string": [
        lambda d: re.sub(rb"(/ID\s*\[\s*)<[0-9a-fA-F]", rb"\1<", d, count=1),
        lambda d: re.sub(rb"(/ID\s*\[\s*)<[0-9a-fA-F]{2}", rb"\1<xy", d, count=1),
    ],
    "no-file-id": [lambda d: re.sub(rb"/ID(\s*\[)", rb"/IX\1", d)],
    "bad-stream": [
        lambda d: d.replace(b"\nendstream", b" endstream", 1),
        lambda d: re.sub(rb"/Length ([0-9]+)", lambda m: b"/Length %d" % (int(m[1]) + 3), d, count=1),
        lambda d: d.replace(b">>\nstream\n", b">>\nstream \n", 1),
    ],
    "bad-object-spacing": [
        lambda d: d.replace(b" obj\n", b" obj ", 1),
        lambda d: d.replace(b"\nendobj", b" endobj", 1),
    ],
    "forbidden-filter": [lambda d: d.replace(b"/FlateDecode", b"/LZWDecode  ", 1)],
}

NAMES = {"bad-file-name": "водич за штампу.pdf"}
