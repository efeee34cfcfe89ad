"""Writes the samples that are not plain text: python samples/make.py

The texts below were written for this repository; persons and events are invented.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

DOCUMENTS = Path(__file__).parent / "documents"

COMMUNIQUE_TITLE = (
    "Joint Communiqué of the Fiftieth Session of the Council of Ministers of Foreign Affairs "
    "of the Organization of the Black Sea Economic Cooperation"
)
COMMUNIQUE_DATELINE = "Chișinău, 24 April 2025"
COMMUNIQUE = (
    "1. The fiftieth session of the Council of Ministers of Foreign Affairs of the Organization of the Black Sea "
    "Economic Cooperation (BSEC) was held in Chișinău on 24 April 2025 under the chairmanship of H.E. Ms. Doina "
    "Ursachi, Deputy Prime Minister and Minister of Foreign Affairs of the Republic of Moldova. It had first been "
    "convened for 20 March.",
    "2. The Council adopted the Strategy on Transport Corridors for 2025-2030. The Russian Federation did not join the "
    "consensus on its third chapter.",
    "3. The Council extended the Memorandum of Understanding on the Black Sea Ring Highway until 31 December 2030.",
    "4. The Ministers reaffirmed their commitment to the freedom of navigation and expressed concern about drifting "
    "mines. The joint statement on the safety of navigation, proposed by Moldova, was deferred to the next session.",
    "5. The Council instructed the Working Group on Transport to prepare an action plan by 1 October 2025.",
    "6. The Council appointed Ambassador Nino Javakhia of Georgia Secretary General of BSEC as of 1 July 2025. The "
    "Ministers thanked the outgoing Secretary General, Ambassador Kostas Melidis, for his service.",
    "7. On the margins of the session the Ministers of Foreign Affairs of Moldova, Romania and Ukraine held a "
    "trilateral meeting. They discussed energy links and signed a protocol on electricity trade.",
    "8. The Council welcomed the offer of Romania, which will assume the chairmanship on 1 July 2025, to host the "
    "fifty-first session in Constanța in November 2025.",
    "9. The Ministers expressed their gratitude to the Government of the Republic of Moldova for its hospitality.",
)

DECLARATION_TITLE = (
    "KAMPALA DECLARATION OF THE 25TH ORDINARY SUMMIT OF THE HEADS OF STATE OF THE EAST AFRICAN COMMUNITY"
)
DECLARATION_DATELINE = "Kampala, Republic of Uganda, 28 November 2025"
DECLARATION = (
    "We, the Heads of State of the East African Community, meeting in Kampala on 28 November 2025 under the "
    "chairmanship of H.E. Joseph Tumusiime, President of the Republic of Uganda,",
    "Recalling the proposal made by the United Republic of Tanzania in September 2024,",
    "Deeply concerned at the decline of the fish stocks of Lake Victoria,",
    "Hereby:",
    "1. WELCOME the signature today of the Lake Victoria Charter by the Republic of Kenya, the United Republic of "
    "Tanzania and the Republic of Uganda, and URGE the signatories to ratify it before 30 June 2026;",
    "2. ESTABLISH the Lake Victoria Patrol Commission, which shall hold its first session in Kisumu in February 2026;",
    "3. DIRECT the Council of Ministers to approve the budget of the Commission by 31 January 2026;",
    "4. COMMEND the Secretary General of the Community, Dr. Amos Kiplimo, for his leadership of the negotiations;",
    "5. EXPRESS our appreciation to the European Union, which has provided eight million euros for patrol boats;",
    "6. CONDEMN the attack on fishermen off Migingo Island on 9 November 2025;",
    "7. TAKE NOTE that the Protocol on the Recognition of Diplomas is still being negotiated;",
    "8. ELECT H.E. Wanjiru Ndegwa, President of the Republic of Kenya, as Chairperson of the Summit for one year with "
    "effect from today;",
    "9. DECIDE that the 26th Ordinary Summit shall be held in Nairobi in November 2026.",
    "Done at Kampala on 28 November 2025 in English and Kiswahili, both texts being equally authentic.",
)


def main() -> None:
    """Write both files into the documents' folder."""
    write_communique(DOCUMENTS / "black-sea-3-communique.docx")
    write_declaration(DOCUMENTS / "lake-victoria-3-declaration.pdf")


def write_communique(path: Path) -> None:
    """The communiqué as DOCX, the same bytes every time."""
    document = Document()
    document.core_properties.title = COMMUNIQUE_TITLE
    document.core_properties.author = "Organization of the Black Sea Economic Cooperation"
    document.core_properties.created = document.core_properties.modified = datetime(2025, 4, 24, 18, 0)
    document.add_heading(COMMUNIQUE_TITLE, level=0)
    document.add_paragraph(COMMUNIQUE_DATELINE).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for paragraph in COMMUNIQUE:
        document.add_paragraph(paragraph)
    unstable = BytesIO()
    document.save(unstable)
    with ZipFile(unstable) as written, ZipFile(path, "w", ZIP_DEFLATED) as stable:
        for name in written.namelist():
            stable.writestr(ZipInfo(name), written.read(name), ZIP_DEFLATED)


def write_declaration(path: Path) -> None:
    """The declaration as PDF, the same bytes every time."""
    body = ParagraphStyle("body", fontName="Times-Roman", fontSize=12, leading=16, spaceAfter=9)
    title = ParagraphStyle("title", parent=body, fontName="Times-Bold", fontSize=14, leading=18, alignment=TA_CENTER)
    dateline = ParagraphStyle("dateline", parent=body, alignment=TA_CENTER)
    template = SimpleDocTemplate(
        str(path),
        pagesize=A4,
        leftMargin=2.5 * cm,
        rightMargin=2.5 * cm,
        title="Kampala Declaration",
        author="East African Community",
        invariant=1,
    )
    template.build(
        [
            Paragraph(DECLARATION_TITLE, title),
            Paragraph(DECLARATION_DATELINE, dateline),
            Spacer(1, 12),
            *(Paragraph(paragraph, body) for paragraph in DECLARATION),
        ]
    )


if __name__ == "__main__":
    main()
