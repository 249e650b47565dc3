"""How fast the builder is, beside other ways to read the same pages, how much memory it takes, and what it withstands.

Run from the root of the checkout, in an environment that has the other contestants too:

    python -m venv build/bench
    build/bench/bin/pip install -r benchmarks/requirements.txt -e .
    build/bench/bin/python -m benchmarks.throughput --pages 300
    build/bench/bin/python -m benchmarks.memory 1000 10000
    build/bench/bin/python -m benchmarks.engines --pages 1000
    build/bench/bin/python -m benchmarks.profile --pages 300

Nor does it fall over: whatever is put in, and whatever becomes of the machine (the first is guided by coverage where
``benchmarks/requirements-fuzz.txt`` is installed too):

    python -m benchmarks.fuzz build/fuzz --seconds 60
    python -m benchmarks.soak --pages 300 --times 20

The pages are those of ``corpus``: made from the ones in ``seeds/``, always the same.
"""
