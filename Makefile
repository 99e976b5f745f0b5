PYTHON ?= python3
SITIO ?= .

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKED := $(PIP) install --require-hashes --no-deps --requirement
EDITABLE := $(PIP) install --no-deps --no-build-isolation --editable .

# Two notices about MkDocs 2 that say nothing about this site.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
export PYTHONUTF8 := 1

.DEFAULT_GOAL := ayuda
.PHONY: ayuda site serve editar test check bench capturas ganchos lock

ayuda:
	@echo 'Bitácora: qué puede hacer aquí'
	@echo
	@echo '  make site    revisa los datos y construye el sitio en la carpeta site/'
	@echo '  make serve   muestra el sitio en su equipo y lo rehace cada vez que guarda un dato'
	@echo '  make editar  abre en el navegador el editor de los datos'
	@echo '  make test    corre todas las pruebas del programa'
	@echo '  make check   revisa el estilo y los tipos del programa'
	@echo '  make bench   mide cuánto tarda y cuánto pesa un sitio grande'
	@echo '  make ganchos revisa y ordena los datos antes de guardar cada cambio, desde hoy'
	@echo '  make capturas  hace otra vez los ejemplos y las fotos de la guía'
	@echo '  make lock    recalcula las versiones exactas de lo que se instala'
	@echo
	@echo 'Otro sitio:   make site SITIO=examples/bogota'
	@echo 'Otra fecha:   make site BITACORA_FECHA=2026-11-21'
	@echo 'Otro Python:  make site PYTHON=python3.13'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'Se necesita Python 3.11 o posterior: make PYTHON=python3.13'; exit 1; }
	@echo 'Se prepara el entorno de trabajo en $(VENV) (solo la primera vez)'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/site.stamp: .lock/site.txt pyproject.toml | $(BIN)/python
	@$(LOCKED) .lock/site.txt
	@$(EDITABLE)
	@touch $@

$(VENV)/dev.stamp: .lock/dev.txt $(VENV)/site.stamp
	@$(LOCKED) .lock/dev.txt
	@touch $@

site: $(VENV)/site.stamp
	@$(BIN)/mkdocs build --strict --config-file $(SITIO)/mkdocs.yml
	@! grep -q '^editor:' $(SITIO)/data/entidad.yml \
		|| $(BIN)/python scripts/editar.py --datos $(SITIO)/data --sitio $(SITIO)/site

# Not strict: a preview with a broken link is still a preview.
serve: $(VENV)/site.stamp
	@$(BIN)/mkdocs serve --no-strict --config-file $(SITIO)/mkdocs.yml

editar: $(VENV)/site.stamp
	@$(BIN)/python scripts/editar.py --datos $(SITIO)/data

test: $(VENV)/dev.stamp
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: $(VENV)/dev.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy --strict

bench: $(VENV)/dev.stamp
	@$(BIN)/python scripts/medir.py

capturas: $(VENV)/dev.stamp
	@$(BIN)/python scripts/capturas.py

# The hooks run with what is installed already: they need no network.
ganchos: $(VENV)/dev.stamp
	@$(BIN)/pre-commit install

# `make lock SUBIR=--upgrade` takes the newest versions; without it only what changed moves.
COMPILE = $(BIN)/uv pip compile pyproject.toml $(SUBIR) --quiet --universal --generate-hashes \
	--no-emit-index-url --no-header --no-annotate

lock: | $(BIN)/python
	@$(PIP) install uv==0.13.8
	@$(COMPILE) --group build --output-file .lock/site.txt
	@$(COMPILE) --group build --group dev --constraints .lock/site.txt --output-file .lock/dev.txt
