"""Operations: run, back up, restore («vận hành»): what an administrator of one small server does.

`run` migrates, loads the demo office when asked, and serves web and background work; `backup` writes one file with the
database and every vault file, consistent with each other; `restore` puts it back and checks it.
"""
