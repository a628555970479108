"""An assignment over lists with its least prices, by whichever implementation is active."""

from mentorbank.engine import sparse, speed
from mentorbank.engine.bank import Numbers
from mentorbank.engine.lists import Lists


def solve(lists: Lists, values: Numbers, places: Numbers) -> tuple[Numbers, Numbers]:
    """The mentor of each mentee and the price of each mentor's place; optimal over the lists.

    `values`: one whole number per entry of the lists, negative where the entry must not be used.
    """
    if speed.worth_it(len(places)):
        from mentorbank.engine import compiled_solver  # heavy: only when it pays

        return compiled_solver.solve(lists, values, places)
    chosen = sparse.assign(lists, values, places)
    prices = sparse.least_prices(lists, values, places, chosen)
    if prices is None:
        raise ArithmeticError("the assignment over lists was not optimal: values too large to be told apart")
    return chosen, prices
