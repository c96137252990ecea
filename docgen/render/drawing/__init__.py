"""Pages drawn with less work: the same operators, found sooner.

WeasyPrint shapes each text again for drawing, writes glyph after glyph, asks every box for
backgrounds and borders that it has not, and makes every object of a file twice. Here what was
shaped at layout is kept until it is drawn, and what boxes have not is passed over. It is for the
one version whose inside is known, and any unusual text is left to WeasyPrint.

    runs, fonts           what Pango has shaped, in bytes; what is asked of its fonts
    justified, spaces     lines that are widened after they were shaped
    kept                  the glyphs of a finished page
    glyphs, text          glyphs and lines as operators
    looks                 what styles say of painting
    decoration, stacking  boxes passed over; boxes in their order
    pictures              attributes of drawings
    numbers, file         operands and objects written
    hooks                 the names of WeasyPrint replaced
"""
