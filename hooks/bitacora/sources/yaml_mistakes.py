"""The mistakes that are made in YAML, each told with its remedy."""

from __future__ import annotations

Told = tuple[str, str]

INDENT = (
    "La sangría no coincide con la de las líneas vecinas.",
    "Alinee esta línea con las de su mismo nivel, con espacios.",
)
LIST_ITEM = (
    "Hay un elemento de lista («- ») donde no puede ir.",
    "Ponga cada «- » en su propia línea, debajo del nombre de la lista.",
)
_COLON = (
    "Hay dos puntos seguidos de espacio («: ») dentro de un texto sin comillas.",
    "Encierre todo el texto entre comillas.",
)
MISFIT = (
    "Esta línea no encaja con la anterior.",
    "Alinéela con las de su nivel; en la anterior, deje un espacio después de los dos puntos.",
)
AFTER_QUOTE = (
    "Hay texto después de la comilla que cierra.",
    "Encierre todo el texto entre comillas; dentro, use las angulares «».",
)
OPEN_QUOTE = (
    "La comilla que se abre aquí no se cierra.",
    "Ponga la comilla de cierre al final del texto.",
)
TAB = (
    "La sangría de esta línea tiene una tabulación.",
    "Cambie la tabulación por espacios: dos por cada nivel.",
)
TAG = (
    "Hay una instrucción que empieza por «!», y aquí no se usan.",
    "Borre la instrucción; si es un texto que empieza por «!», enciérrelo entre comillas.",
)
_LIST_END = (
    "Una lista o grupo entre corchetes o llaves no está bien cerrado.",
    "Separe los elementos con comas y cierre con «]» o «}».",
)
_FIRST_SIGN = (
    "Un texto sin comillas no puede empezar por este signo.",
    "Encierre todo el texto entre comillas.",
)
_ESCAPE = (
    "Después de una barra «\\» hay algo que no corresponde a ningún carácter.",
    "Use comillas simples en lugar de dobles, o escriba dos barras «\\\\».",
)

# Words of libyaml, then of the pure parser: the first that appears decides.
KINDS: tuple[tuple[str, Told], ...] = (
    ("mapping values are not allowed", _COLON),
    ("sequence entries are not allowed", LIST_ITEM),
    ("in this context", INDENT),
    (
        "could not find expected ':'",
        (
            "Falta «: » después del nombre del campo, o un texto sigue aquí sin sangría.",
            "Escriba «nombre: valor»; si la línea sigue un texto, déjele sangría.",
        ),
    ),
    ("cannot start any token", _FIRST_SIGN),
    ("alphabetic or numeric", _FIRST_SIGN),
    ("escape", _ESCAPE),
    ("hexdecimal", _ESCAPE),
    ("hexadecimal", _ESCAPE),
    ("flow", _LIST_END),
    ("node content", _FIRST_SIGN),
    (
        "block scalar",
        (
            "Después de «|» o «>» no puede haber nada en la misma línea.",
            "Baje el texto a la línea siguiente, con sangría.",
        ),
    ),
    (
        "<document start>",
        (
            "Hay algo que no forma parte de la ficha.",
            "Revise esta línea: cada dato va como «nombre: valor», sin nada suelto.",
        ),
    ),
    ("expected key", INDENT),
    ("block end", INDENT),
    ("'-' indicator", INDENT),
    ("indent", INDENT),
)
UNKNOWN = (
    "No se entiende cómo está escrita esta línea.",
    "Escriba cada dato como «nombre: valor»; si el texto lleva signos, enciérrelo entre comillas.",
)
