// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK

/// A mixed integer program in GLPK: the least Σ cost × x, with every row Σ coefficient × x ≤ most.
struct IntegerProgram {
    struct Column {
        var cost: Double
        var lower: Double
        /// ∞ if there is none.
        var upper: Double
        var isWhole: Bool
    }

    struct Row {
        var terms: [(column: Int, coefficient: Double)]
        var most: Double
    }

    var columns: [Column] = []
    var rows: [Row] = []

    /// Nodes of the tree after which the best so far will do: a count, so that the answer does not hang on the clock.
    private static let nodeLimit = 4_000

    /// The solution; nil if nothing keeps all rows.
    func solve() throws(PlanningError) -> [Double]? {
        glp_term_out(GLP_OFF)
        let problem = glp_create_prob()
        defer { glp_delete_prob(problem) }
        load(into: problem)
        var settings = glp_iocp()
        glp_init_iocp(&settings)
        settings.presolve = GLP_ON
        settings.msg_lev = GLP_MSG_OFF
        settings.mip_gap = 1e-6
        settings.cb_func = { tree, _ in
            var count: Int32 = 0
            glp_ios_tree_size(tree, nil, nil, &count)
            if count > IntegerProgram.nodeLimit { glp_ios_terminate(tree) }
        }
        let code = glp_intopt(problem, &settings)
        if code == GLP_ENOPFS || code == GLP_ENODFS { return nil }
        guard code == 0 || code == GLP_ESTOP || code == GLP_EMIPGAP else {
            throw .solver(code: Int(code))
        }
        let status = glp_mip_status(problem)
        guard status == GLP_OPT || status == GLP_FEAS else { return nil }
        return columns.indices.map { glp_mip_col_val(problem, Int32($0 + 1)) }
    }

    private func load(into problem: OpaquePointer?) {
        glp_set_obj_dir(problem, GLP_MIN)
        glp_add_cols(problem, Int32(columns.count))
        for (index, column) in columns.enumerated() {
            let place = Int32(index + 1)
            let kind = column.upper == .infinity ? GLP_LO : column.lower == column.upper ? GLP_FX : GLP_DB
            glp_set_col_bnds(problem, place, kind, column.lower, column.upper == .infinity ? 0 : column.upper)
            glp_set_col_kind(problem, place, column.isWhole ? GLP_IV : GLP_CV)
            glp_set_obj_coef(problem, place, column.cost)
        }
        guard !rows.isEmpty else { return }
        glp_add_rows(problem, Int32(rows.count))
        for (index, row) in rows.enumerated() {
            let terms = row.terms.filter { $0.coefficient != 0 }
            glp_set_row_bnds(problem, Int32(index + 1), GLP_UP, 0, row.most)
            // GLPK counts from 1.
            let places = [0] + terms.map { Int32($0.column + 1) }
            let coefficients = [0] + terms.map(\.coefficient)
            glp_set_mat_row(problem, Int32(index + 1), Int32(terms.count), places, coefficients)
        }
    }
}
