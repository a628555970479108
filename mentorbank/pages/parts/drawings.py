"""Our own line drawings, 24 by 24, drawn with a round pen of 1.8 in the colour of the text around them."""

FLIPPED_IN_RTL = frozenset({"moved", "arrow", "back"})

ICONS = {
    "met": '<circle cx="8.3" cy="7.2" r="3.2"/><circle cx="15.7" cy="7.2" r="3.2"/>'
    '<path d="M3 20v-1.6a4.5 4.5 0 0 1 9-.9 4.5 4.5 0 0 1 9 .9V20M12 17.5V20"/>',
    "moved": '<rect x="3.5" y="5" width="17" height="15.5" rx="2.5"/>'
    '<path d="M3.5 10h17M8 2.8v4.4M16 2.8v4.4M8.8 15.2h6.4m-2.6-2.6 2.6 2.6-2.6 2.6"/>',
    "not-met": '<circle cx="12" cy="7.2" r="3.4"/><path d="M5 20.5c.1-1.7.5-3 1.3-4.1'
    "M9.6 14.3c1.5-.6 3.3-.6 4.8 0"
    'M17.7 16.4c.8 1.1 1.2 2.4 1.3 4.1"/>',
    "calendar": '<rect x="3.5" y="5" width="17" height="15.5" rx="2.5"/><path d="M3.5 10h17M8 2.8v4.4'
    'M16 2.8v4.4"/>',
    "person": '<circle cx="12" cy="7.5" r="3.7"/><path d="M4.5 20.5a7.5 7.5 0 0 1 15 0"/>',
    "people": '<circle cx="9" cy="8" r="3.3"/><path d="M2.8 20a6.2 6.2 0 0 1 12.4 0'
    "M15.5 4.9a3.3 3.3 0 0 1 0 6.2"
    'M17.6 14.3a6.2 6.2 0 0 1 3.6 5.7"/>',
    "find": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "plus": '<path d="M12 4.5v15M4.5 12h15"/>',
    "check": '<path d="m4.5 12.5 5 5 10-11"/>',
    "cross": '<path d="m6 6 12 12M18 6 6 18"/>',
    "warning": '<path d="M12 3.5 2.5 20.5h19zM12 10v4.5M12 17.6v.1"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.3l3.5 2"/>',
    "mail": '<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="m3.8 7 8.2 6 8.2-6"/>',
    "phone": '<rect x="7" y="2.5" width="10" height="19" rx="2.5"/><path d="M10.5 18.5h3"/>',
    "lock": '<rect x="5" y="10.5" width="14" height="10" rx="2.5"/><path d="'
    'M8 10.5V7.8a4 4 0 0 1 8 0v2.7M12 14.5v2"/>',
    "door": '<path d="M5 21V10a7 7 0 0 1 14 0v11M3 21h18M12 21V3.2M14.8 13.5v.1"/>',
    "globe": '<circle cx="12" cy="12" r="8.7"/><path d="M3.3 12h17.4'
    'M12 3.3c5 5.3 5 12.1 0 17.4-5-5.3-5-12.1 0-17.4"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "arrow": '<path d="M4 12h15.5m-6-6 6 6-6 6"/>',
    "back": '<path d="M20 12H4.5m6-6-6 6 6 6"/>',
    "down": '<path d="m6 9.5 6 6 6-6"/>',
    "file": '<path d="M6 2.8h8.5L19 7.3v13.9H6zM14 3v5h5"/>',
    "upload": '<path d="M12 16V4m-5 5 5-5 5 5M4 16v4.5h16V16"/>',
    "download": '<path d="M12 4v12m-5-5 5 5 5-5M4 16v4.5h16V16"/>',
    "pen": '<path d="m4 20 1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5"/>',
    "star": '<path d="m12 3.5 2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6-4.4-4.2 6-.8z"/>',
    "house": '<path d="m3 11.5 9-8 9 8M5.5 9.5v11h13v-11M10 20.5v-6h4v6"/>',
    "key": '<circle cx="7.5" cy="12" r="4"/><path d="M11.5 12H21v3.5M17 12v3"/>',
    "eye": '<path d="M2.5 12c4.7-7.7 14.3-7.7 19 0-4.7 7.7-14.3 7.7-19 0"/><circle cx="12" cy="12" r="3"/>',
    "heart": '<path d="M12 20.5C-3 11.5 7 .5 12 7.5c5-7 15 4 0 13"/>',
    "work": '<rect x="3" y="7.5" width="18" height="12.5" rx="2.5"/><path d="M8.5 7.5V4.5h7v3M3 12.5h18"/>',
    "book": '<path d="M12 6.5C9 4.5 6 4.2 3 4.7v14c3-.5 6-.2 9 1.8 3-2 6-2.3 9-1.8v-14c-3-.5-6-.2-9 1.8'
    'M12 6.5v14"/>',
    "speech": '<path d="M3.5 5h17v11.5H12L7 20.5v-4H3.5z"/>',
}
