"""The formats that documents come in: media types with their names for people."""

from __future__ import annotations

MEDIA_TYPES = {
    "text/html": "Página web (HTML)",
    "application/pdf": "PDF",
    "text/csv": "Tabla de datos (CSV)",
    "application/json": "Datos (JSON)",
    "application/geo+json": "Mapa (GeoJSON)",
    "application/xml": "Datos (XML)",
    "text/plain": "Texto sin formato",
    "text/markdown": "Texto (Markdown)",
    "application/rtf": "Texto (RTF)",
    "application/msword": "Documento de Word (DOC)",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (
        "Documento de Word (DOCX)"
    ),
    "application/vnd.oasis.opendocument.text": "Documento de texto (ODT)",
    "application/vnd.ms-excel": "Hoja de cálculo de Excel (XLS)",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (
        "Hoja de cálculo de Excel (XLSX)"
    ),
    "application/vnd.oasis.opendocument.spreadsheet": "Hoja de cálculo (ODS)",
    "application/vnd.ms-powerpoint": "Presentación de PowerPoint (PPT)",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": (
        "Presentación de PowerPoint (PPTX)"
    ),
    "application/vnd.oasis.opendocument.presentation": "Presentación (ODP)",
    "application/epub+zip": "Libro electrónico (EPUB)",
    "application/zip": "Archivo comprimido (ZIP)",
    "application/atom+xml": "Suscripción (Atom)",
    "text/calendar": "Calendario (iCalendar)",
    "image/png": "Imagen (PNG)",
    "image/jpeg": "Imagen (JPEG)",
    "image/tiff": "Imagen (TIFF)",
    "image/svg+xml": "Imagen (SVG)",
    "audio/mpeg": "Audio (MP3)",
    "audio/ogg": "Audio (OGG)",
    "video/mp4": "Video (MP4)",
    "video/webm": "Video (WebM)",
}
"""Media types, as browsers write them, of what an office may keep or publish."""


def media_name(written: str) -> str:
    """How people call a format; one that is not known stays as it is written."""
    return MEDIA_TYPES.get(written, written)
