"""How the service that keeps a repository calls its things, for the guide of a site."""

from __future__ import annotations

from bitacora.authoring.forms.repository import Repository

NONE_YET = """
(Cambie «SU-USUARIO/SU-REPOSITORIO» por lo que diga la dirección del suyo.)
"""
GITHUB = {
    "servicio": "GitHub",
    "propuesta": "pull request",
    "aceptar": "Merge pull request",
    "duenos": ".github/CODEOWNERS",
    "llave": (
        "en GitHub, en la foto de su cuenta, **Settings → Developer settings → Personal access "
        "tokens → Fine-grained tokens → Generate new token**. Escoja su repositorio y, en los "
        "permisos, «Read and write» para *Contents*, *Pull requests* y *Workflows*. Cópiela en "
        "ese momento, porque no se vuelve a mostrar."
    ),
    "publicar": (
        "En la página del repositorio, entre a **Settings → Pages** y, donde dice *Source*, "
        "escoja **GitHub Actions**. Después, en la pestaña **Actions**, abra la última corrida y "
        "pulse **Re-run all jobs**. En unos minutos la misma página dice la dirección del sitio. "
        "Desde ahí, cada cambio que entra a `main` se publica solo."
    ),
    "rehacer": (
        "los días hábiles lo hace solo, cada hora. Si no puede esperar, en la pestaña **Actions** "
        "escoja «Revisar y publicar» y pulse **Run workflow**."
    ),
    "proteger": (
        "**Settings → Rules → Rulesets → New branch ruleset**. En *Target branches* escoja "
        "*Include default branch*; marque *Require a pull request before merging* y *Require "
        "status checks to pass*, y guarde con **Create**."
    ),
}
GITLAB = {
    "servicio": "GitLab",
    "propuesta": "merge request",
    "aceptar": "Merge",
    "duenos": ".gitlab/CODEOWNERS",
    "llave": (
        "en GitLab, en la foto de su cuenta, **Edit profile → Access tokens → Add new token**, "
        "con el permiso *write_repository*. Cópiela en ese momento, porque no se vuelve a mostrar."
    ),
    "publicar": (
        "No hay que encender nada: cada cambio que entra a `main` se construye y se publica solo. "
        "La dirección del sitio está en **Deploy → Pages**."
    ),
    "rehacer": (
        "en **Build → Pipelines**, pulse **New pipeline**, deje la rama `main` y vuelva a pulsar "
        "**New pipeline**."
    ),
    "proteger": (
        "**Settings → Repository → Protected branches**. En la rama `main`, deje *Allowed to push "
        "and merge* en *No one* y *Allowed to merge* en *Maintainers*."
    ),
}


def service_words(repository: Repository | None) -> dict[str, str]:
    """The words by their name in the guide; where no repository is known, those of GitHub."""
    if repository is None:
        name = "https://github.com/SU-USUARIO/SU-REPOSITORIO.git"
        return {**GITHUB, "git": name, "sin_repositorio": NONE_YET}
    words = GITLAB if repository.service == "gitlab" else GITHUB
    address = f"https://{repository.host}/{repository.name}.git"
    return {**words, "git": address, "sin_repositorio": ""}
