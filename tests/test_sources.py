"""Tests of the reading of files: every trap, on a few bytes."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bitacora.problems import Place, Problem, Severity
from bitacora.sources import (
    Empty,
    Mapping,
    Sequence,
    SourceFile,
    Text,
    parse_text,
    read_folder,
)
from bitacora.sources.faults import Origin, shorten
from bitacora.sources.yaml_events import safe_events

YAML = "acciones/feria.yml"
CSV = "redes.csv"

RECORD = """\
titulo: Feria de ciudades hermanas
resumen: |
  Una semana de talleres en Medellín.

  Con tres ciudades.
ods: [4, 11]
fuente:
  titulo: 'Informe: 2026'
  enlace: "https://example.org/ñ"
metas:
  - nombre: Talleres
    valor: 12
  - nombre: Ciudades
    valor:
"""
TABLE = 'nombre,ciudad,cuota\nMercociudades,"Montevideo, Uruguay",1500.50\nCGLU,Barcelona,\n'


def parse(raw: bytes | str, path: str) -> tuple[SourceFile | None, list[Problem]]:
    data = raw.encode() if isinstance(raw, str) else raw
    return parse_text(data, path, "data")


def told(raw: bytes | str, path: str) -> list[tuple[str, int]]:
    return [(problem.regla, problem.place.linea) for problem in parse(raw, path)[1]]


def rows(raw: bytes | str) -> list[list[tuple[str, str | None]]]:
    file, _ = parse(raw, CSV)
    assert file is not None
    return [
        [(str(key), str(value) if isinstance(value, Text) else None) for key, value in entry.items]
        for entry in file.entries
    ]


# A record, whole


def test_a_yaml_file_is_one_entry_with_places() -> None:
    file, problems = parse(RECORD, YAML)
    assert problems == []
    assert file is not None
    assert file.path == YAML
    (entry,) = file.entries
    assert entry.keys() == ("titulo", "resumen", "ods", "fuente", "metas")
    title = entry.get("titulo")
    assert isinstance(title, Text)
    assert title == "Feria de ciudades hermanas"
    assert title.place == Place("data/acciones/feria.yml", 1, 9)
    summary = entry.get("resumen")
    assert summary == "Una semana de talleres en Medellín.\n\nCon tres ciudades.\n"
    assert entry.get("no_hay") is None


def test_lists_and_groups_keep_their_order() -> None:
    file, _ = parse(RECORD, YAML)
    assert file is not None
    goals = file.entries[0].get("metas")
    assert isinstance(goals, Sequence)
    first, second = goals.items
    assert isinstance(first, Mapping)
    assert isinstance(second, Mapping)
    assert first.get("valor") == "12"
    assert second.get("valor") == Empty(Place("data/acciones/feria.yml", 14, 11))
    assert second.place == Place("data/acciones/feria.yml", 13, 5)


def test_nothing_is_resolved() -> None:
    file, problems = parse("a: no\nb: 0123\nc: 2026-01-01\nd: 1.0\ne: 'null'\n", YAML)
    assert problems == []
    assert file is not None
    assert [value for _, value in file.entries[0].items] == [
        "no",
        "0123",
        "2026-01-01",
        "1.0",
        "null",
    ]


@pytest.mark.parametrize("value", ["", "~", "null", "''", '""', "'  '", "# nada", "|"])
def test_empty_values(value: str) -> None:
    file, problems = parse(f"a: {value}\nb: x\n", YAML)
    assert problems == []
    assert file is not None
    empty = file.entries[0].get("a")
    assert isinstance(empty, Empty)
    assert empty.place.linea == 1


def test_text_keeps_its_place_when_copied() -> None:
    text = Text("hola", Place("data/a.yml", 3, 4))
    for twin in (copy.deepcopy(text), pickle.loads(pickle.dumps(text))):
        assert twin == text
        assert twin.place == text.place


# A table, whole


def test_a_csv_file_is_one_entry_a_row() -> None:
    assert rows(TABLE) == [
        [("nombre", "Mercociudades"), ("ciudad", "Montevideo, Uruguay"), ("cuota", "1500.50")],
        [("nombre", "CGLU"), ("ciudad", "Barcelona"), ("cuota", None)],
    ]
    assert told(TABLE, CSV) == []


def test_places_survive_blank_rows_and_cells_of_several_lines() -> None:
    file, problems = parse('\na, b \r\n"x\r\ny",2\r\n\r\n,,\r\n3, 4 \r\n', CSV)
    assert problems == []
    assert file is not None
    first, second = file.entries
    assert first.get("a") == "x\ny"
    assert (first.place.linea, second.place.linea) == (3, 7)
    cell = second.get("b")
    assert isinstance(cell, Text)
    assert cell == "4"
    assert cell.place == Place("data/redes.csv", 7, 2)


def test_a_header_with_no_rows_is_silent() -> None:
    assert rows("a,b\n") == []
    assert told("a,b\n", CSV) == []


def test_empty_columns_are_dropped() -> None:
    assert rows("a,,c,,\n1,,3,,\n") == [[("a", "1"), ("c", "3")]]
    assert told("a,,c,,\n1,,3,,\n", CSV) == []


def test_a_semicolon_file_with_decimal_commas() -> None:
    raw = "nombre;valor\nMedellín;2,5\n"
    assert rows(raw) == [[("nombre", "Medellín"), ("valor", "2,5")]]
    assert told(raw, CSV) == [("csv-separador", 1)]


# Traps, one a line

CSV_TRAPS = [
    ("byte order mark", b"\xef\xbb\xbfa,b\n1,2\n", [("archivo-bom", 1)]),
    ("cp1252", "a\nb\nMedellín\n".encode("cp1252"), [("archivo-cp1252", 3)]),
    ("byte that cp1252 leaves out", b"a\nx\x81\n", [("archivo-codificacion", 2)]),
    (
        "byte order mark, then not UTF-8",
        b"\xef\xbb\xbfa\n\xf3\n",
        [
            ("archivo-bom", 1),
            ("archivo-codificacion", 2),
        ],
    ),
    ("UTF-16", "a,b\n1,é\n".encode("utf-16"), [("archivo-codificacion", 1)]),
    ("UTF-16 without a mark", "a,b\n".encode("utf-16-le"), [("archivo-codificacion", 1)]),
    ("workbook named csv", b"PK\x03\x04\x14\x00\x06", [("archivo-codificacion", 1)]),
    ("nothing", b"", [("archivo-vacio", 1)]),
    ("blank lines", b"\n \n,,\n", [("archivo-vacio", 1)]),
    (
        "merge conflict",
        b"a\n1\n<<<<<<< HEAD\n2\n=======\n3\n>>>>>>> rama\n",
        [
            ("archivo-conflicto", 3),
        ],
    ),
    ("repeated header", b"a,b,a\n1,2,3\n", [("csv-encabezado-repetido", 1)]),
    ("nameless column", b"a,,c\n1,,3\n1,2,3\n", [("csv-encabezado-vacio", 1)]),
    ("too many cells", b"a,b\n1,2,,\n1,2,3\n", [("csv-celdas-de-mas", 3)]),
    ("too few cells", b"a,b\n1\n", [("csv-celdas-de-menos", 2)]),
    ("open quote", b'a,b\n1,2\n1,"x\n2,3\n', [("csv-comillas", 3)]),
    ("text after a quote", b'a,b\n1,"x"y\n', [("csv-comillas", 2)]),
    ("open quote in the header", b'a,"b\n1,2\n', [("csv-comillas", 1)]),
    ("tabs", b"a\tb\n1\t2\n", [("csv-separador", 1)]),
    ("not composed", "a\ncafe\u0301\n", [("texto-no-nfc", 2)]),
    ("mojibake", "a\nMedellÃ­n â€“ Â¿quÃ©?\n", [("texto-mojibake", 2)]),
    ("mojibake in the header", "aÃ±o\n2026\n", [("texto-mojibake", 1)]),
    ("lost letters", "a\nAcci\ufffdn\nAcciï¿½n\n", [("texto-mojibake", 2), ("texto-mojibake", 3)]),
    ("zero-width space", "a\nho\u200bla\n", [("texto-control", 2)]),
    ("direction override", "a\nho\u202ela\n", [("texto-control", 2)]),
    ("tab in a cell", "a\nho\tla\n", [("texto-control", 2)]),
    ("over 5 MB", b"a\n" + b"x\n" * 2_500_000, [("archivo-grande", 1)]),
]

YAML_TRAPS = [
    ("byte order mark", b"\xef\xbb\xbfa: 1\n", [("archivo-bom", 1)]),
    ("not UTF-8", "a: 1\nb: Acción\n".encode("cp1252"), [("archivo-codificacion", 2)]),
    ("UTF-16", "a: é\n".encode("utf-16"), [("archivo-codificacion", 1)]),
    ("nothing", "", [("archivo-vacio", 1)]),
    ("comments only", "# nada\n\n", [("archivo-vacio", 1)]),
    ("marker only", "---\n", [("archivo-vacio", 1)]),
    (
        "merge conflict",
        "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> r\n",
        [
            ("archivo-conflicto", 2),
        ],
    ),
    ("control character", "a: 1\nb: x\x07\n", [("texto-control", 2)]),
    ("zero-width space", "a: ho\u200bla\n", [("texto-control", 1)]),
    ("not composed", "a: cafe\u0301\n", [("texto-no-nfc", 1)]),
    ("mojibake", "a: AcciÃ³n\n", [("texto-mojibake", 1)]),
    ("alias bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", [("yaml-alias", 1)]),
    ("emphasis taken for an alias", "a: *importante\n", [("yaml-alias", 1)]),
    ("merge key", "a: 1\n<<: {b: 2}\n", [("yaml-alias", 2)]),
    ("tag", "a: !!python/object/apply:os.system [ls]\n", [("yaml-etiqueta", 1)]),
    ("tag of no handle", "a: !x!y z\n", [("yaml-etiqueta", 1)]),
    ("two documents", "a: 1\n---\nb: 2\n", [("yaml-documentos", 2)]),
    ("list on top", "- a\n- b\n", [("yaml-no-es-ficha", 1)]),
    ("text on top", "hola\n", [("yaml-no-es-ficha", 1)]),
    ("repeated key", "a: 1\nb: 2\na: 3\n", [("clave-repetida", 3)]),
    ("repeated key inside", "a:\n  - b: 1\n    b: 2\n", [("clave-repetida", 3)]),
    ("template left unfilled", "a: {{ nombre }}\n", [("clave-no-texto", 1)]),
    ("list as a key", "? [x]\n: 1\n", [("clave-no-texto", 1)]),
    ("thirteen levels", "a: " + "[" * 12 + "]" * 12, [("anidamiento", 1)]),
    ("a hundred thousand levels", "a: " + "[" * 100_000, [("anidamiento", 1)]),
    ("a thousand block levels", "- " * 1000, [("anidamiento", 1)]),
    ("over 5 MB", b"a: " + b"x" * 5_000_000, [("archivo-grande", 1)]),
]


@pytest.mark.parametrize(
    ("raw", "expected"), [trap[1:] for trap in CSV_TRAPS], ids=[trap[0] for trap in CSV_TRAPS]
)
def test_csv_traps(raw: bytes | str, expected: list[tuple[str, int]]) -> None:
    assert told(raw, CSV) == expected


@pytest.mark.parametrize(
    ("raw", "expected"), [trap[1:] for trap in YAML_TRAPS], ids=[trap[0] for trap in YAML_TRAPS]
)
def test_yaml_traps(raw: bytes | str, expected: list[tuple[str, int]]) -> None:
    assert told(raw, YAML) == expected


REMARKS = {"archivo-bom", "archivo-cp1252", "csv-separador", "texto-no-nfc", "texto-mojibake"}


@pytest.mark.parametrize(
    ("raw", "path"),
    [(trap[1], CSV) for trap in CSV_TRAPS] + [(trap[1], YAML) for trap in YAML_TRAPS],
)
def test_every_problem_has_all_its_parts(raw: bytes | str, path: str) -> None:
    for problem in parse(raw, path)[1]:
        assert problem.place.archivo == f"data/{path}"
        assert problem.registro in ("feria", "redes", f"fila {problem.place.linea}")
        assert problem.mensaje.endswith(".")
        assert problem.remedio.endswith(".")
        assert len(problem.valor) <= 80
        assert problem.valor.isprintable()
        expected = Severity.AVISO if problem.regla in REMARKS else Severity.ERROR
        assert problem.severidad is expected


MISTAKES = [
    ("tab", "a:\n\tb: 2\n", "yaml-tabulacion", 2, "tabulación: «b: 2»"),
    ("tab after spaces", "a:\n  b: 1\n \tc: 2\n", "yaml-tabulacion", 3, "tabulación"),
    ("tab before an item", "a:\n  - x\n\t- y\n", "yaml-tabulacion", 3, "tabulación"),
    ("colon", "a: Feria: edición\n", "yaml-sintaxis", 1, "dentro de un texto sin comillas"),
    ("deeper line", "a: b\n  c: d\n", "yaml-sintaxis", 2, "no encaja con la anterior"),
    ("no space after colon", "a:b\nc: d\n", "yaml-sintaxis", 2, "no encaja con la anterior"),
    ("open quote", 'z: 1\na: "Feria\nb: 2\n', "yaml-sintaxis", 2, "no se cierra"),
    ("open apostrophe", "a: 'Feria\n\n\n", "yaml-sintaxis", 1, "no se cierra"),
    ("after a quote", 'a: "La "gran" feria"\n', "yaml-sintaxis", 1, "después de la comilla"),
    ("at sign", "a: @medellin\n", "yaml-sintaxis", 1, "por este signo"),
    ("percent", "a: % de avance\n", "yaml-sintaxis", 1, "por este signo"),
    ("bold", "a: **hola**\n", "yaml-sintaxis", 1, "por este signo"),
    ("brace", "a: }\n", "yaml-sintaxis", 1, "por este signo"),
    ("item beside a name", "a: - b\n", "yaml-sintaxis", 1, "elemento de lista"),
    ("item after a value", "a: b\n- c\n", "yaml-sintaxis", 2, "elemento de lista"),
    ("indentation", "a:\n  - b\n c: d\n", "yaml-sintaxis", 3, "sangría"),
    ("loose line", "a: b\ntexto suelto\nc: d\n", "yaml-sintaxis", 2, "Falta «: »"),
    ("open bracket", "a: [1, 2\nb: 3\n", "yaml-sintaxis", 2, "corchetes"),
    ("open brace", "a: {x: 1\n", "yaml-sintaxis", 1, "corchetes"),
    ("escape", 'a: "C:\\datos"\n', "yaml-sintaxis", 1, "barra"),
    ("escape of no character", 'a: "\\UFFFFFFFF"\n', "yaml-sintaxis", 1, "barra"),
    ("text beside a block", "a: |x\n  b\n", "yaml-sintaxis", 1, "«|» o «>»"),
    ("outside", "  a: 1\nb: 2\n", "yaml-sintaxis", 2, "no forma parte"),
]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", None)])
@pytest.mark.parametrize(
    ("text", "rule", "line", "words"),
    [mistake[1:] for mistake in MISTAKES],
    ids=[mistake[0] for mistake in MISTAKES],
)
def test_mistakes_are_told_in_spanish(
    text: str, rule: str, line: int, words: str, loader: object
) -> None:
    if loader is None:
        pytest.skip("esta plataforma no tiene el lector rápido de YAML")
    events, problem = safe_events(text, Origin.of(YAML, "data"), loader)
    assert events == []
    assert problem is not None
    assert (problem.regla, problem.place.linea) == (rule, line)
    assert words in problem.mensaje


def test_a_repeated_key_names_both_lines() -> None:
    (problem,) = parse("a: 1\nb: 2\na: 3\n", YAML)[1]
    assert "línea 1 y en la línea 3" in problem.mensaje
    assert problem.campo == "a"


def test_an_encoding_problem_quotes_the_first_word() -> None:
    (problem,) = parse("n\nÑuñoa\n".encode("cp1252"), CSV)[1]
    assert "«Ñuñoa»" in problem.mensaje
    assert problem.valor == "Ñuñoa"


def test_invalid_bytes_are_told_with_line_and_place() -> None:
    (problem,) = parse("a: 1\r\nb: Acción\r\n".encode("cp1252"), YAML)[1]
    assert "en la línea 2 hay una letra que no se puede leer" in problem.mensaje
    assert problem.place == Place("data/acciones/feria.yml", 2, 8)
    assert problem.valor == "b: Acción"


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        ("AcciÃ³n de MedellÃ­n", "«Acción de Medellín»"),
        ("la niÃ±ez", "«niñez»"),
        ("AcciÃƒÂ³n", "«Acción»"),
        ("2024 â€“ 2027", "«– 2027»"),
        ("Â¿QuÃ©?", "«¿Qué?»"),
    ],
)
def test_mojibake_says_what_it_should_read(damaged: str, repaired: str) -> None:
    (problem,) = parse(f"a: {damaged}\n", YAML)[1]
    assert problem.regla == "texto-mojibake"
    assert repaired in problem.remedio


@pytest.mark.parametrize("text", ["«PERÚ» JOSÉ… SÃO PAULO", "Ñuñoa", "10 °C, 1 000 €", "È vero"])
def test_good_letters_are_left_alone(text: str) -> None:
    file, problems = parse(f"a: {text}\n", YAML)
    assert problems == []
    assert file is not None
    assert file.entries[0].get("a") == text


def test_text_is_composed() -> None:
    file, _ = parse("a: cafe\u0301\n", YAML)
    assert file is not None
    assert file.entries[0].get("a") == "café"


def test_rows_with_a_wrong_number_of_cells_are_kept() -> None:
    assert rows("a,b\n1,2,3\n1\n") == [[("a", "1"), ("b", "2")], [("a", "1"), ("b", None)]]


def test_shorten_names_what_cannot_be_seen() -> None:
    assert shorten("a\u200bb\n c\td") == "a[U+200B]b c[U+0009]d"
    assert len(shorten("x" * 200)) == 80


# The folder


def world(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def rules(folder: Path) -> list[tuple[str, str]]:
    return [(p.place.archivo, p.regla) for p in read_folder(folder, "data").problems]


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    world(
        tmp_path,
        {
            "redes.csv": TABLE,
            "acciones/feria.yml": RECORD,
            "acciones/beca.yaml": RECORD,
            "entidad.yml": RECORD,
            "README.md": "# Datos",
            "acciones/README.md": "# Acciones",
            ".oculto/x.txt": "",
            ".gitkeep": "",
            "~$redes.xlsx": "",
            "archivos/acta.pdf": "",
            "cierres/2026-T1/redes.csv": "<<<<<<< ",
        },
    )
    sources = read_folder(tmp_path, "data")
    assert sources.problems == ()
    assert [file.path for file in sources.files] == [
        "acciones/beca.yaml",
        "acciones/feria.yml",
        "entidad.yml",
        "redes.csv",
    ]


def test_a_broken_file_does_not_stop_the_others(tmp_path: Path) -> None:
    world(tmp_path, {"ejes/a.yml": "a: [\n", "ejes/b.yml": RECORD, "redes.csv": ""})
    sources = read_folder(tmp_path, "data")
    assert [file.path for file in sources.files] == ["ejes/b.yml"]
    assert [problem.regla for problem in sources.problems] == ["yaml-sintaxis", "archivo-vacio"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("acciones/Feria Única.yml", "feria-unica.yml"),
        ("acciones/feria_niñez.YML", "feria-ninez.yml"),
        ("acciones/-x-.yaml", "x.yaml"),
        ("acciones/日本.yml", "registro.yml"),
    ],
)
def test_names_of_records(tmp_path: Path, name: str, slug: str) -> None:
    sources = read_folder(world(tmp_path, {name: RECORD}), "data")
    (problem,) = sources.problems
    assert problem.regla == "archivo-nombre"
    assert f"«{slug}»" in problem.remedio
    assert [file.path for file in sources.files] == [name]


def test_unknown_files_are_told(tmp_path: Path) -> None:
    world(tmp_path, {"redes.xlsx": "", "notas.txt": "", "acciones/archivos/x.pdf": ""})
    assert rules(tmp_path) == [
        ("data/acciones/archivos/x.pdf", "archivo-desconocido"),
        ("data/notas.txt", "archivo-desconocido"),
        ("data/redes.xlsx", "archivo-desconocido"),
    ]


def test_a_huge_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "redes.csv").open("wb") as file:
        file.truncate(50_000_000)

    def refuse(path: Path) -> bytes:
        raise AssertionError(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (problem,) = read_folder(tmp_path, "data").problems
    assert problem.regla == "archivo-grande"
    assert "50,0 MB" in problem.mensaje


def test_links_that_leave_the_folder_are_refused(tmp_path: Path) -> None:
    outside = world(tmp_path / "fuera", {"secreto.yml": RECORD})
    data = world(tmp_path / "data", {"acciones/feria.yml": RECORD})
    (data / "acciones/afuera.yml").symlink_to(outside / "secreto.yml")
    (data / "acciones/carpeta").symlink_to(outside)
    (data / "acciones/circulo").symlink_to(data)
    (data / "acciones/roto.yml").symlink_to(data / "no-hay.yml")
    (data / "acciones/otra.yml").symlink_to(data / "acciones/feria.yml")
    sources = read_folder(data, "data")
    assert [file.path for file in sources.files] == ["acciones/feria.yml", "acciones/otra.yml"]
    assert rules(data) == [
        ("data/acciones/afuera.yml", "archivo-enlace"),
        ("data/acciones/carpeta", "archivo-enlace"),
        ("data/acciones/circulo", "archivo-enlace"),
        ("data/acciones/roto.yml", "archivo-enlace"),
    ]


def test_a_file_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world(tmp_path, {"redes.csv": TABLE})

    def refuse(path: Path) -> bytes:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert rules(tmp_path) == [("data/redes.csv", "archivo-ilegible")]


def test_a_directory_that_cannot_be_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world(tmp_path, {"redes.csv": TABLE, "ejes/a.yml": RECORD})
    listed = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path.name == "ejes":
            raise PermissionError(path)
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    sources = read_folder(tmp_path, "data")
    assert [file.path for file in sources.files] == ["redes.csv"]
    assert [problem.regla for problem in sources.problems] == ["archivo-ilegible"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    assert rules(tmp_path / "no-hay") == [("data", "carpeta-no-existe")]


# Anything at all

PATHS = st.sampled_from([YAML, CSV, "entidad.yaml", "x.pdf"])
SNIPPETS = [
    *"\t\"'[]{}:-#&*!|>%@`,;?\\\n\r\0é\u0301\u200b\ufeff\ufffd",
    *("\r\n", "---", "...", "<<", "Ã©", ": ", "- ", "? ", "<<<<<<<", "\\uD800", "!!", "%YAML 9"),
]


@st.composite
def mutations(draw: st.DrawFn) -> bytes:
    raw = draw(st.sampled_from([RECORD.encode(), TABLE.encode()]))
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(raw)))
        end = draw(st.integers(start, min(len(raw), start + 5)))
        snippet = draw(st.binary(max_size=3) | st.sampled_from([s.encode() for s in SNIPPETS]))
        raw = raw[:start] + snippet + raw[end:]
    return raw


def well_told(raw: bytes, path: str) -> None:
    first, again = parse_text(raw, path, "data"), parse_text(raw, path, "data")
    assert first == again
    file, problems = first
    assert file is not None or any(problem.is_error for problem in problems)
    lines = len(raw.splitlines()) + 1
    for problem in problems:
        assert str(problem).isprintable()
        assert 1 <= problem.place.linea <= lines
        assert "expected" not in problem.mensaje


@settings(deadline=None, derandomize=True, max_examples=300)
@given(raw=st.binary(max_size=200), path=PATHS)
def test_random_bytes_never_raise(raw: bytes, path: str) -> None:
    well_told(raw, path)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(text=st.lists(st.sampled_from([*SNIPPETS, "a", "b: ", " "]), max_size=30), path=PATHS)
def test_random_signs_never_raise(text: list[str], path: str) -> None:
    well_told("".join(text).encode(), path)


@settings(deadline=None, derandomize=True, max_examples=600)
@given(raw=mutations(), path=PATHS)
def test_mutations_never_raise(raw: bytes, path: str) -> None:
    well_told(raw, path)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(raw=mutations())
def test_the_pure_loader_never_raises(raw: bytes) -> None:
    text = raw.decode("utf-8", errors="replace").replace("\0", "")
    safe_events(text, Origin.of(YAML, "data"), yaml.SafeLoader)
